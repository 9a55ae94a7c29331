import { useTranslation } from "react-i18next";
import { Choices } from "../choice";
import { Field, FieldError, SelectField } from "../field";
import { Fold } from "../fold";
import type { ActFieldsProps } from "./act-form-props";
import { TheUnit, UnitBoxes } from "./choice-fields";
import { useWrong } from "./use-wrong";

const FEWEST_LINES = 3;

/** A unit ends, and new units and ones that exist follow it. */
export function SplitFields(props: ActFieldsProps) {
  const { values, wrong, choices } = props;
  const { t } = useTranslation();
  const errors = useWrong(wrong)("intoVi");
  const lines = Array.from({ length: Math.max(FEWEST_LINES, values.intoVi.length + 1) }, (_, line) => line);
  return (
    <>
      <TheUnit {...props} label={t("reorganisation:field.unitToSplit")} />
      <fieldset className="section-s" id="intoVi" tabIndex={-1} aria-describedby="into-hint">
        <legend className="label">{t("reorganisation:field.into")}</legend>
        <p className="hint" id="into-hint">
          {t("reorganisation:field.intoHint")}
        </p>
        {errors && <FieldError id="into-error" errors={errors} />}
        {lines.map((line) => (
          <div className="inline-form section-xs" key={line}>
            <Field
              id={`intoVi-${line}`}
              name="intoVi"
              label={t("reorganisation:field.intoVi", { number: line + 1 })}
              defaultValue={values.intoVi[line] ?? ""}
              maxLength={200}
            />
            <Field
              id={`intoEn-${line}`}
              name="intoEn"
              label={t("reorganisation:field.intoEn", { number: line + 1 })}
              defaultValue={values.intoEn[line] ?? ""}
              maxLength={200}
            />
          </div>
        ))}
      </fieldset>
      <div className="field section-s">
        <Fold
          open={values.successors.length > 0 || wrong.includes("successors")}
          summary={t("reorganisation:field.existingHeirs")}
        >
          <UnitBoxes
            field="successors"
            groups={choices.units}
            values={values}
            wrong={wrong}
            legend={t("reorganisation:field.existingHeirs")}
            hint={t("reorganisation:field.existingHeirsHint")}
          />
        </Fold>
      </div>
      <ChildrenFields {...props} />
    </>
  );
}

/** Under which heir each unit below goes on: asked once the heirs are known. */
function ChildrenFields({ values, wrong, choices, below }: ActFieldsProps) {
  const { t } = useTranslation();
  const errors = useWrong(wrong)("children");
  if (below.length === 0) return null;
  const labels = new Map(choices.units.flatMap(({ options }) => options.map(({ value, label }) => [value, label])));
  const heirs = [
    ...values.intoVi.flatMap((name, index) => (name === "" ? [] : [{ value: `new:${index}`, label: name }])),
    ...values.successors.map((value) => ({ value, label: labels.get(value) ?? "" })),
  ];
  return (
    <div className="section-s">
      <Choices
        id="children"
        legend={t("reorganisation:field.children")}
        hint={t("reorganisation:field.childrenHint")}
        errors={errors}
      >
        {below.map(({ value, label }) => (
          <SelectField
            key={value}
            id={`child-${value}`}
            name={`child:${value}`}
            label={label}
            options={[{ value: "", label: t("reorganisation:field.firstHeir") }, ...heirs]}
            defaultValue={values.children[value] ?? ""}
          />
        ))}
      </Choices>
    </div>
  );
}
