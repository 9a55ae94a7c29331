import { useTranslation } from "react-i18next";
import { Badge } from "./badge";
import { Row, Rows } from "./rows";

export interface StaffRowData {
  person: string;
  name: string;
  position: string;
  required: number;
  met: number;
  open: number;
}

/** The people of one office: how much of what their posts ask for they have. */
export function StaffRows({ people, hrefOf }: { people: readonly StaffRowData[]; hrefOf: (person: string) => string }) {
  const { t } = useTranslation();
  return (
    <Rows>
      {people.map((each) => (
        <Row
          key={each.person + each.position}
          title={each.name}
          href={hrefOf(each.person)}
          meta={each.position}
          cells={[
            each.required === 0 ? t("hr:staff.nothing") : t("hr:staff.levels", { met: each.met, count: each.required }),
          ]}
          end={
            each.open > 0 ? (
              <Badge tone="warn" icon="dash">
                {t("hr:staff.open", { count: each.open })}
              </Badge>
            ) : each.met < each.required ? (
              <Badge tone="warn" icon="dash">
                {t("hr:staff.short", { count: each.required - each.met })}
              </Badge>
            ) : (
              <Badge tone="ok">{t("hr:staff.enough")}</Badge>
            )
          }
        />
      ))}
    </Rows>
  );
}
