import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { wordCount } from "~/domain/assessment/task-state";
import { showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Button } from "../button";
import { DraftStatus } from "../drafts/draft-status";
import { useDraft } from "../drafts/use-draft";
import type { SummaryError } from "../error-summary";
import { errorsByField } from "../errors-by-field";
import { FieldFrame } from "../field";
import { Section } from "../section";
import type { FileLine } from "./handed-work";

export interface TaskEditorProps {
  page: {
    work: string;
    round: number;
    mostWords: number | null;
    mostFiles: number;
    text: string;
    savedAt: string | null;
    files: readonly FileLine[];
    queueKey: string;
  };
  /** what was typed and not taken */
  typed: string | null;
  problems: readonly SummaryError[];
}

const isText = (field: string) => field === "text";

/** Text and files of a task, saved as they change; every button saves first. */
export function TaskEditor({ page, typed, problems }: TaskEditorProps) {
  const { t } = useTranslation();
  const here = `/tasks/${page.work}`;
  const { state, form, onInput, onSubmit } = useDraft({
    name: `task ${page.work} ${page.round}`,
    address: `${here}/save`,
    queueKey: page.queueKey,
    belongs: isText,
  });
  const [words, setWords] = useState(() => wordCount(typed ?? page.text));
  const errorOf = errorsByField(problems);
  return (
    <Section title={t("tasks:yourWork")}>
      <Form
        ref={form}
        method="post"
        encType="multipart/form-data"
        className="flow"
        onSubmit={onSubmit}
        onInput={(event) => {
          onInput(event);
          const { target } = event;
          if (target instanceof HTMLTextAreaElement) setWords(wordCount(target.value));
        }}
      >
        <input type="hidden" name="clientKey" defaultValue="" />
        {page.mostWords !== null && (
          <FieldFrame
            id="text"
            label={t("tasks:text.label")}
            hint={t("tasks:text.hint", { count: page.mostWords })}
            errors={errorOf("text")}
          >
            {(aria) => (
              <textarea {...aria} name="text" className="input task-text" rows={16} defaultValue={typed ?? page.text} />
            )}
          </FieldFrame>
        )}
        {page.mostWords !== null && (
          <div className="row row-between">
            <DraftStatus state={state} savedAt={page.savedAt && showTime(page.savedAt, true)} here={here} />
            <p className="meta" data-tone={words > page.mostWords ? "bad" : undefined}>
              {t("tasks:wordsOf", { count: words, most: page.mostWords })}
            </p>
          </div>
        )}
        {page.mostFiles > 0 && (
          <>
            {page.files.length > 0 && (
              <ul className="plain rows">
                {page.files.map((file) => (
                  <li key={file.id}>
                    <div className="rows-main">
                      <Anchor className="tap" href={`${here}/files/${file.id}`} reload>
                        {t("tasks:files.one", { name: file.name, kb: Math.max(1, Math.round(file.bytes / 1024)) })}
                      </Anchor>
                    </div>
                    <Button variant="secondary" name="remove" value={file.id}>
                      {t("tasks:files.remove")}
                      <span className="sr"> {file.name}</span>
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            <FieldFrame
              id="files"
              optional={page.mostWords !== null}
              label={t("tasks:files.add")}
              hint={t("tasks:files.hint", { count: page.mostFiles })}
              errors={errorOf("files")}
            >
              {(aria) => (
                <input
                  {...aria}
                  // what was taken stands in the list above: the input begins anew
                  key={page.files.map(({ id }) => id).join()}
                  type="file"
                  name="files"
                  multiple
                  className="input"
                  accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
                />
              )}
            </FieldFrame>
          </>
        )}
        <div className="row">
          <Button name="next" value="hand-in">
            {t("tasks:toHandIn")}
          </Button>
          <Button variant="secondary" name="next" value="stay">
            {t("tasks:save")}
          </Button>
        </div>
        <p className="hint">{t("tasks:noDeadline")}</p>
      </Form>
    </Section>
  );
}
