import { useTranslation } from "react-i18next";
import { DateField } from "../date-field";
import { Field, FieldFrame, SelectField } from "../field";
import { Fold } from "../fold";
import { Section } from "../section";
import { TextArea } from "../text-area";

interface Names {
  courses: { slug: string; title: string; tasks: string[] }[];
  programmes: { key: string; title: string }[];
}

/** New rules of a programme: every field is read by the server, whatever method is chosen. */
export function ProgrammeForm({
  typed,
  errorsOf,
  names,
}: {
  typed: Record<string, string>;
  errorsOf: (field: string) => string[] | undefined;
  names: Names;
}) {
  const { t } = useTranslation("programmes");
  const given = (id: string) => ({ id, name: id, defaultValue: typed[id], errors: errorsOf(id) });
  const number = (id: string) => ({ ...given(id), inputMode: "numeric" as const, short: true });
  const lines = (id: "requires" | "shorter", rows: number) => (
    <FieldFrame
      id={id}
      label={t(`form.${id}`)}
      hint={t(`form.${id}Hint`)}
      errors={errorsOf(id)}
      optional={id === "shorter"}
    >
      {(aria) => (
        <textarea
          {...aria}
          name={id}
          className="input"
          rows={rows}
          maxLength={6000}
          defaultValue={typed[id]}
          spellCheck={false}
        />
      )}
    </FieldFrame>
  );
  return (
    <>
      <Section title={t("form.when")}>
        <div className="flow section-s">
          <DateField {...given("from")} label={t("form.from")} hint={t("form.fromHint")} />
          <DateField {...given("through")} label={t("form.through")} hint={t("form.throughHint")} optional />
        </div>
      </Section>
      <Section title={t("rules.requires")}>
        <div className="flow section-s">
          {lines("requires", 8)}
          {lines("shorter", 4)}
          <Fold summary={t("form.words")}>
            <p>{t("form.grammar")}</p>
            <pre className="code-lines">{t("form.example")}</pre>
            <ul>
              {names.courses.map(({ slug, title, tasks }) => (
                <li key={slug}>
                  <b>{slug}</b>: {title}
                  {tasks.map((task) => (
                    <span key={task}>
                      ; {t("form.task")} <b>{`${slug}/${task}`}</b>
                    </span>
                  ))}
                </li>
              ))}
              {names.programmes.map(({ key, title }) => (
                <li key={key}>
                  <b>{key}</b>: {t("form.certificateOf", { title })}
                </li>
              ))}
            </ul>
          </Fold>
        </div>
      </Section>
      <Section title={t("rules.validity")}>
        <div className="flow section-s">
          <SelectField
            {...given("method")}
            label={t("form.method")}
            options={(["none", "completion", "last-expiry", "calendar"] as const).map((value) => ({
              value,
              label: t(`form.methods.${value}`),
            }))}
          />
          <div className="by-months">
            <Field {...number("months")} label={t("form.months")} />
          </div>
          <div className="by-calendar">
            <Field {...given("monthDay")} short label={t("form.monthDay")} hint={t("form.monthDayHint")} />
            <Field {...number("years")} label={t("form.years")} hint={t("form.yearsHint")} />
            <Field {...number("least")} label={t("form.least")} hint={t("form.leastHint")} />
          </div>
        </div>
      </Section>
      <Section title={t("form.renewal")}>
        <div className="flow section-s">
          <Field {...number("window")} label={t("form.window")} />
          <Field {...number("grace")} label={t("form.grace")} hint={t("form.graceHint")} />
          <Field {...number("held")} label={t("form.held")} hint={t("form.heldHint")} optional />
        </div>
      </Section>
      <Section title={t("form.why")}>
        <div className="section-s">
          <TextArea {...given("reason")} label={t("form.reason")} hint={t("form.reasonHint")} maxLength={1000} />
        </div>
      </Section>
    </>
  );
}
