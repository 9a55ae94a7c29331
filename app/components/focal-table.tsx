import { useTranslation } from "react-i18next";
import type { FocalState } from "~/domain/certification/focal-state";
import type { FocalTask } from "~/domain/reporting/focal-task";
import type { CivilDate as Civil } from "~/domain/time/civil-date";
import { Anchor } from "./anchor";
import { CivilDate } from "./civil-date";
import { FocalBadge } from "./focal-rows";
import { Table } from "./table";

export interface FocalLineData {
  unit: string;
  fullName: string;
  state: FocalState;
  since: Civil | null;
  until: Civil | null;
  holders: readonly { person: string; name: string; acting: boolean; away: boolean; since: Civil }[];
  deputies: readonly { person: string; name: string; certified: boolean }[];
  task: FocalTask;
  changes: number;
  alert: boolean;
}

export interface FocalTableProps {
  caption: string;
  lines: readonly FocalLineData[];
  unitHref: (unit: string) => string;
  personHref: (person: string) => string;
  /** where posts of a unit are changed; null: the reader may not */
  postsHref: ((unit: string) => string) | null;
}

/** The focal-point post of each unit: how it stands, who holds it, who comes after, what is to be done. */
export function FocalTable({ caption, lines, unitHref, personHref, postsHref }: FocalTableProps) {
  const { t } = useTranslation();
  return (
    <Table
      caption={caption}
      columns={[
        { key: "unit", label: t("focal:column.unit") },
        { key: "state", label: t("focal:column.state") },
        { key: "holder", label: t("focal:column.holder") },
        { key: "until", label: t("focal:column.until") },
        { key: "deputies", label: t("focal:column.deputies") },
        { key: "task", label: t("focal:column.task") },
      ]}
      rows={lines.map((line) => ({
        key: line.unit,
        cells: [
          <Anchor key="unit" href={unitHref(line.unit)}>
            {line.fullName}
          </Anchor>,
          <FocalBadge key="state" state={line.state} />,
          <Holders key="holder" line={line} personHref={personHref} />,
          line.until ? <CivilDate key="until" date={line.until} /> : t("focal:nothing"),
          <Deputies key="deputies" line={line} personHref={personHref} />,
          <Task key="task" line={line} postsHref={postsHref} />,
        ],
      }))}
    />
  );
}

function Holders({ line, personHref }: { line: FocalLineData } & Pick<FocalTableProps, "personHref">) {
  const { t } = useTranslation();
  if (line.holders.length === 0) {
    return line.since === null ? (
      t("hr:focal.never")
    ) : (
      <>
        {t("hr:focal.since.vacant")} <CivilDate date={line.since} />
      </>
    );
  }
  return (
    <ul className="plain">
      {line.holders.map(({ person, name, acting, away, since }) => (
        <li key={person}>
          <Anchor href={personHref(person)}>{name}</Anchor>
          {acting && `, ${t("focal:acting")}`}
          {away && `, ${t("focal:away")}`}
          <br />
          <span className="meta">
            {t("focal:heldSince")} <CivilDate date={since} />
          </span>
        </li>
      ))}
      {line.alert && <li className="meta">{t("focal:restless", { count: line.changes })}</li>}
    </ul>
  );
}

function Deputies({ line, personHref }: { line: FocalLineData } & Pick<FocalTableProps, "personHref">) {
  const { t } = useTranslation();
  if (line.deputies.length === 0) return <>{t("focal:nothing")}</>;
  return (
    <ul className="plain">
      {line.deputies.map(({ person, name, certified }) => (
        <li key={person}>
          <Anchor href={personHref(person)}>{name}</Anchor>
          <br />
          <span className="meta">{t(certified ? "focal:ready" : "focal:training")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Tasks that are done on the page of the unit's posts. */
const OF_POSTS: readonly FocalTask[] = ["end-one", "appoint", "appoint-deputy", "name-stand-in", "train-deputy"];

function Task({ line, postsHref }: { line: FocalLineData } & Pick<FocalTableProps, "postsHref">) {
  const { t } = useTranslation();
  const words = t(`focal:task.${line.task}`);
  if (postsHref && OF_POSTS.includes(line.task)) return <Anchor href={postsHref(line.unit)}>{words}</Anchor>;
  return <>{words}</>;
}
