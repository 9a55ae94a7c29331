import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { FieldFrame } from "../field";
import { Note } from "../note";
import { Section } from "../section";
import { UnitField, type UnitOptionGroup } from "../unit-field";

type Why = "unknown" | "candidate" | "invigilator" | "elsewhere";

/** Two ways to add: pasted staff codes, or a unit with all that is below it. */
export function AddCandidates({
  onceKey,
  units,
  typed,
}: {
  onceKey: string;
  units: readonly UnitOptionGroup[];
  typed: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  return (
    <div className="grid-2">
      <Section title={t("exams:sitting.add.byCodes")}>
        <Form method="post" className="flow section-s">
          <input type="hidden" name="onceKey" value={onceKey} />
          <FieldFrame id="codes" label={t("exams:sitting.add.codes")} hint={t("exams:sitting.add.codesHint")}>
            {(aria) => (
              <textarea
                {...aria}
                name="codes"
                className="input"
                rows={6}
                maxLength={20000}
                defaultValue={typed.codes}
              />
            )}
          </FieldFrame>
          <Button name="act" value="codes">
            {t("exams:sitting.add.addCodes")}
          </Button>
        </Form>
      </Section>
      <Section title={t("exams:sitting.add.byUnit")}>
        <Form method="post" className="flow section-s">
          <input type="hidden" name="onceKey" value={`${onceKey}u`} />
          <UnitField
            id="unit"
            name="unit"
            label={t("exams:sitting.add.unit")}
            hint={t("exams:sitting.add.unitHint")}
            groups={units}
            none={t("exams:grant.choose")}
            defaultValue={typed.unit ?? ""}
          />
          <div className="row">
            <Button name="act" value="needing" variant="secondary">
              {t("exams:sitting.add.needing")}
            </Button>
            <Button name="act" value="unit" variant="secondary">
              {t("exams:sitting.add.everyone")}
            </Button>
          </div>
        </Form>
      </Section>
    </div>
  );
}

/** Who could not be added, and why. */
export function LeftOut({ added, left }: { added: number; left: readonly { who: string; why: Why }[] }) {
  const { t } = useTranslation();
  return (
    <Note tone="warn" icon="alert" title={t("exams:sitting.add.leftTitle", { count: left.length })}>
      <p role="status">{t("exams:sitting.add.addedCount", { count: added })}</p>
      <ul>
        {left.map(({ who, why }) => (
          <li key={`${who} ${why}`}>{t("exams:sitting.add.leftOne", { who, why: t(`exams:sitting.why.${why}`) })}</li>
        ))}
      </ul>
    </Note>
  );
}
