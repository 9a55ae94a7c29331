import { useTranslation } from "react-i18next";
import { Badge } from "../badge";
import { Levels } from "../levels";
import { Row, Rows } from "../rows";

export interface PersonRowData {
  person: string;
  name: string;
  position: string;
  unit: string;
  missing: readonly { key: string; title: string; required: number; proven: number }[];
}

/** People, with what they lack; `oneByOne`: a line for each thing that somebody lacks, with the level reached. */
export function PersonRows({
  lines,
  oneByOne,
  hrefOf,
}: {
  lines: readonly PersonRowData[];
  oneByOne: boolean;
  hrefOf: (person: string) => string;
}) {
  const { t } = useTranslation();
  return (
    <Rows>
      {lines.map(({ person, name, position, unit, missing }, index) => {
        const [gap] = missing;
        return (
          <Row
            // somebody with posts at two levels can lack the same twice
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is a whole of one date
            key={`${person} ${index}`}
            title={name}
            href={hrefOf(person)}
            meta={
              <>
                {position}, {unit}
                {!oneByOne && gap && (
                  <>
                    <br />
                    {missing.map((each) => each.title).join("; ")}
                  </>
                )}
              </>
            }
            cells={oneByOne && gap ? [gap.title] : []}
            end={
              gap &&
              (oneByOne ? (
                <Levels level={gap.proven} need={gap.required} />
              ) : (
                <Badge tone="warn" icon="dash">
                  {t("hr:staff.short", { count: missing.length })}
                </Badge>
              ))
            }
          />
        );
      })}
    </Rows>
  );
}
