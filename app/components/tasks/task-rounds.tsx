import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Fold } from "../fold";
import { Note } from "../note";
import { Section } from "../section";
import { type FileLine, HandedWork } from "./handed-work";

export interface TaskRoundsProps {
  work: string;
  /** newest first */
  rounds: readonly {
    round: number;
    text: string;
    files: readonly FileLine[];
    handedInAt: string;
    returned: { at: string; note: string } | null;
  }[];
}

/** What was handed in, with the note with which it came back. */
export function TaskRounds({ work, rounds }: TaskRoundsProps) {
  const { t } = useTranslation();
  if (rounds.length === 0) return null;
  const day = (at: string) => showCivilDate(civilDateOf(at));
  return (
    <Section title={t("tasks:rounds.title")}>
      {rounds.map(({ round, text, files, handedInAt, returned }, index) => (
        <div key={round} className="flow">
          {returned && (
            <Note tone="warn" level={3} title={t("tasks:rounds.returned", { date: day(returned.at) })}>
              <p className="pre-line">{returned.note}</p>
            </Note>
          )}
          <Fold
            open={index === 0 && returned === null}
            summary={t("tasks:rounds.one", {
              number: round + 1,
              date: day(handedInAt),
              time: showTime(handedInAt),
            })}
          >
            <HandedWork text={text} files={files} hrefOf={(file) => `/tasks/${work}/files/${file}`} />
            <p className="meta">{t("tasks:rounds.confirmed")}</p>
          </Fold>
        </div>
      ))}
    </Section>
  );
}
