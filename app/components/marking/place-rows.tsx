import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { useFigures } from "../figures";
import { Row, Rows } from "../rows";

export interface PlaceLine {
  place: string;
  code: string;
  kind: "task" | "item" | "appeal";
  title: string;
  course: string;
  takenAt: string;
  mark: { points: number; max: number; at: string } | null;
}

/** What the viewer is marking. */
export function MineRows({ lines }: { lines: readonly PlaceLine[] }) {
  const { t } = useTranslation();
  return <PlaceRows lines={lines} last={({ takenAt }) => t("marking:queue.takenAt", { date: day(takenAt) })} />;
}

/** What the viewer has marked. */
export function FinishedRows({ lines }: { lines: readonly PlaceLine[] }) {
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  return (
    <PlaceRows
      lines={lines}
      last={({ mark }) =>
        mark && t("marking:queue.marked", { points: points(mark.points), max: points(mark.max), date: day(mark.at) })
      }
    />
  );
}

function PlaceRows({ lines, last }: { lines: readonly PlaceLine[]; last: (line: PlaceLine) => string | null }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={line.place}
          heading={3}
          title={t("marking:code", { code: line.code })}
          href={`/marking/${line.place}`}
          meta={[t(`marking:kind.${line.kind}`), line.title || t("marking:wholePaper"), line.course].join(" · ")}
          cells={[last(line)]}
        />
      ))}
    </Rows>
  );
}

function day(at: string): string {
  return showCivilDate(civilDateOf(at));
}
