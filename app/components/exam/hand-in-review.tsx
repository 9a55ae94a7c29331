import { Form, useRevalidator } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { showTime } from "~/domain/time/civil-date";
import { Button, LinkButton } from "../button";
import { ExamMasthead } from "../masthead";
import { Note } from "../note";
import { PageTitle } from "../page-title";
import { Pager } from "../pager";
import { Row, Rows } from "../rows";
import { ExamBar } from "./exam-bar";
import { useAnnouncements } from "./use-announcements";
import { useLeaveAtEnd } from "./use-leave-at-end";
import { useLive } from "./use-live";
import { useTimeLeft } from "./use-time-left";
import { useWaiting } from "./use-waiting";

export interface HandInView {
  publicId: string;
  title: string;
  person: string;
  secondsLeft: number;
  endsAt: string;
  queueKey: string;
  newest: number;
  total: number;
  answered: number;
  lastPage: number;
  /** items without an answer, or flagged */
  open: { number: number; page: number; answered: boolean; flagged: boolean }[];
}

/** The last look before handing in: what is open, what this device still holds, and the button. */
export function HandInReview(view: HandInView) {
  const { publicId, title, person, total, open, answered, lastPage, queueKey, newest } = view;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { revalidate } = useRevalidator();
  const { left, set: setLeft } = useTimeLeft(view.secondsLeft);
  const [endsAt, setEndsAt] = useState(view.endsAt);
  const [tried, setTried] = useState(false);
  const { report, flush } = useWaiting(publicId, queueKey, newest, revalidate);
  useLive(publicId, newest, {
    deadline({ deadlineAt, secondsLeft, phase }) {
      if (phase === "ended" || phase === "void") return window.location.assign(`/attempts/${publicId}/result`);
      setLeft(secondsLeft);
      setEndsAt(showTime(deadlineAt));
    },
    answer: () => revalidate(),
    elsewhere: () => window.location.assign(`/attempts/${publicId}`),
  });
  const said = useAnnouncements(left, endsAt, report?.line);
  useLeaveAtEnd(form, publicId, left <= 0, report, flush);
  const waiting = report?.waiting ?? 0;

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    const anyway = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") === "anyway";
    if (waiting === 0 || anyway) return;
    event.preventDefault();
    const page = event.currentTarget;
    if ((await flush()) === 0) page.requestSubmit();
    else setTried(true);
  }

  return (
    <>
      <ExamMasthead title={title} person={person} />
      <ExamBar remainingSeconds={left} endsAt={endsAt} save={report} here={`/attempts/${publicId}/hand-in`} />
      <p className="sr" role="status">
        {said}
      </p>
      <main id="main" className="narrow flow">
        <PageTitle title={t("exam:handIn.title")} lead={t("exam:handIn.answered", { count: answered, total })} />
        {open.length > 0 ? (
          <Note tone="warn" title={t("exam:handIn.openTitle")} icon="flag">
            <Rows>
              {open.map((item) => (
                <Row
                  key={item.number}
                  title={t("exam:handIn.question", { number: item.number })}
                  href={`/attempts/${publicId}?page=${item.page}#q${item.number}`}
                  meta={[!item.answered && t("exam:handIn.unanswered"), item.flagged && t("exam:handIn.flagged")]
                    .filter(Boolean)
                    .join(", ")}
                />
              ))}
            </Rows>
          </Note>
        ) : (
          <p>{t("exam:handIn.complete")}</p>
        )}
        <p>{t("exam:handIn.final")}</p>
        <Form method="post" ref={form} onSubmit={onSubmit} className="flow">
          <div role="status">
            {waiting > 0 && (
              <Note tone="bad" title={t("exam:handIn.waitingTitle", { count: waiting })} icon="alert">
                <p>{t(tried ? "exam:handIn.stillWaiting" : "exam:handIn.waiting")}</p>
              </Note>
            )}
          </div>
          <Pager
            forward={<Button>{t("exam:handIn.submit")}</Button>}
            back={
              <LinkButton href={`/attempts/${publicId}?page=${lastPage}`} variant="secondary" icon="left">
                {t("exam:handIn.back")}
              </LinkButton>
            }
          />
          {tried && waiting > 0 && (
            <p>
              <Button variant="danger" name="hand-in" value="anyway">
                {t("exam:handIn.without", { count: waiting })}
              </Button>
            </p>
          )}
        </Form>
      </main>
    </>
  );
}
