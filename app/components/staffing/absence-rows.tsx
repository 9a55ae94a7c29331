import { useTranslation } from "react-i18next";
import type { AbsenceKind } from "~/domain/people/personnel-acts";
import { addDays, type CivilDate as Civil, showCivilDate } from "~/domain/time/civil-date";
import { Row, Rows } from "../rows";

/** When someone was or is away; of why, only the kind. */
export function AbsenceRows({
  absences,
}: {
  absences: readonly { kind: AbsenceKind; from: Civil; back: Civil | null }[];
}) {
  const { t } = useTranslation();
  return (
    <Rows>
      {absences.map(({ kind, from, back }) => (
        <Row
          key={`${from} ${kind}`}
          title={t(`people:absence.kind.${kind}`)}
          meta={
            back
              ? t("people:absence.span", { from: showCivilDate(from), until: showCivilDate(addDays(back, -1)) })
              : t("people:absence.open", { from: showCivilDate(from) })
          }
        />
      ))}
    </Rows>
  );
}
