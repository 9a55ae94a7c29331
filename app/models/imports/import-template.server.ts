import type { Field, ImportKind } from "~/domain/imports/fields";
import { FIELDS_OF } from "~/domain/imports/fields";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { frameworksAsOf } from "../course/frameworks.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";

/** A table that can be brought in, with one invented row that shows how each column is written. */
export async function importTemplate(
  kind: ImportKind,
  language: Language,
  today: CivilDate,
): Promise<{ header: string[]; rows: string[][] }> {
  const { t } = translators[language];
  const organisation = await organisationAsOf(today);
  const province = [...organisation.byId.values()].find(({ level }) => level === "PROVINCIAL");
  const { positions } = await frameworksAsOf(today);
  const unit = province?.name[language] ?? "";
  const examples: Partial<Record<Field, string>> = {
    staffCode: "VSS-99001",
    fullName: "Nguyễn Thị Ví Dụ",
    unit,
    position: positions.content.positions[0]?.title[language] ?? "",
    kind: t("imports:kind.primary"),
    oneStop: t("imports:no"),
    from: "01/12/2026",
    decision: "123/QĐ-BHXH",
    employment: t("imports:employment.public-employee"),
    workEmail: "vidu.nt@vss.example",
    workPhone: "0912345678",
    act: t("imports:unitAct.create"),
    unitName: "BHXH cơ sở Ví Dụ",
    unitNameEn: "Vi Du grassroots social insurance",
    unitLevel: t("imports:level.GRASSROOTS"),
    parent: unit,
  };
  const fields = FIELDS_OF[kind];
  return {
    header: fields.map((field) => t(`imports:field.${field}`)),
    rows: [fields.map((field) => examples[field] ?? "")],
  };
}
