import { useTranslation } from "react-i18next";
import { Row, Rows } from "../rows";
import type { CompareLineData } from "./compare-table";

/** The people of one group of differences. */
export function CompareRows({
  lines,
  hrefOf,
}: {
  lines: readonly CompareLineData[];
  hrefOf: (person: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lines.map((line) => (
        <Row
          key={`${line.person} ${line.programme ?? ""}`}
          title={line.name}
          href={hrefOf(line.person)}
          meta={[line.position, line.unit].filter(Boolean).join(", ")}
          cells={[line.programme ?? (line.from ? t("reports:compare.from", { place: line.from }) : "")]}
        />
      ))}
    </Rows>
  );
}
