import { useTranslation } from "react-i18next";
import { AUTHORITIES } from "~/domain/certification/authority";
import type { Language } from "~/domain/text/language";
import { DateField } from "../date-field";
import { Field, SelectField } from "../field";
import { type PersonChoice, PersonField } from "../person-field";
import { Section } from "../section";
import { SpanFields } from "../span-fields";
import { UnitField, type UnitOptionGroup } from "../unit-field";
import { BothFields } from "./both-fields";

type Text = "body" | "department" | "place" | "of" | "title";
const SUFFIX: Record<Language, "Vi" | "En"> = { vi: "Vi", en: "En" };

/** Everything that is recorded of a signatory: for whom, what the paper prints, by which decision, who approves, from when. */
export function SignatoryFields({
  typed,
  errorOf,
  units,
  choices,
  today,
}: {
  typed: Readonly<Record<string, string>>;
  errorOf: (field: string) => string[] | undefined;
  units: readonly UnitOptionGroup[];
  choices: readonly PersonChoice[];
  today: string;
}) {
  const { t } = useTranslation();
  const given = (field: string) => ({
    id: field,
    name: field,
    errors: errorOf(field),
    defaultValue: typed[field],
  });
  const both = (text: Text) => (
    <BothFields
      long={text === "department"}
      of={(language) => {
        const field = `${text}${SUFFIX[language]}` as const;
        const most = text === "place" ? 60 : 200;
        return { ...given(field), label: t(`authority:field.${field}`), maxLength: most, required: text !== "of" };
      }}
    />
  );
  return (
    <>
      <Section title={t("authority:signatory.part.body")}>
        <div className="flow section-s">
          <UnitField
            {...given("unit")}
            label={t("authority:field.signsFor")}
            hint={t("authority:field.signsForHint")}
            groups={units}
          />
          {both("body")}
          {both("department")}
          {both("place")}
        </div>
      </Section>
      <Section className="section" title={t("authority:signatory.part.signer")}>
        <div className="flow section-s">
          <Field {...given("name")} label={t("authority:field.name")} maxLength={120} required />
          {both("title")}
          <SelectField
            {...given("authority")}
            label={t("authority:field.authority")}
            hint={t("authority:field.authorityHint")}
            defaultValue={typed.authority ?? "none"}
            options={AUTHORITIES.map((value) => ({ value, label: t(`authority:authority.${value}`) }))}
          />
          <div className="on-behalf">{both("of")}</div>
          <PersonField
            {...given("person")}
            label={t("authority:field.person")}
            hint={t("authority:field.personHint")}
            choices={choices}
            optional
          />
        </div>
      </Section>
      <Section className="section" title={t("authority:signatory.part.mandate")}>
        <div className="flow section-s">
          <Field
            {...given("number")}
            label={t("authority:field.mandate")}
            hint={t("authority:field.numberHint")}
            maxLength={60}
            required
          />
          <DateField {...given("signedOn")} label={t("authority:field.mandateOn")} required />
          <SpanFields
            typed={typed}
            today={today}
            errorOf={errorOf}
            words={{ from: t("authority:field.from"), lastDay: t("authority:field.lastDay") }}
          />
        </div>
      </Section>
    </>
  );
}
