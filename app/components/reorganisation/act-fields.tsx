import { useTranslation } from "react-i18next";
import type { ActKind } from "~/domain/organisation/act-values";
import type { ActFieldsProps } from "./act-form-props";
import { AreaFields, TheArea, TheLevel, TheParent, TheType, TheUnit, UnitBoxes } from "./choice-fields";
import { NameFields, NewUnitFields, ShortNameFields } from "./name-fields";
import { SplitFields } from "./split-fields";

/** The fields that one kind of act asks for. */
export function ActFields({ kind, ...props }: ActFieldsProps & { kind: ActKind }) {
  const { t } = useTranslation();
  const { choices, values, wrong } = props;
  const boxes = { values, wrong };
  switch (kind) {
    case "create":
      return (
        <>
          <TheLevel {...props} />
          <TheParent
            {...props}
            label={t("reorganisation:field.parent")}
            root={choices.all ? t("reorganisation:field.root") : undefined}
          />
          <NewUnitFields {...props} />
          <TheArea {...props} optional />
        </>
      );
    case "rename":
      return (
        <>
          <TheUnit {...props} label={t("reorganisation:field.unitToRename")} />
          <NameFields {...props} />
          <ShortNameFields {...props} />
        </>
      );
    case "move":
      return (
        <>
          <TheUnit
            {...props}
            label={t("reorganisation:field.unitToMove")}
            hint={t("reorganisation:field.unitToMoveHint")}
          />
          <TheParent {...props} label={t("reorganisation:field.newParent")} />
        </>
      );
    case "merge":
      return (
        <>
          <UnitBoxes
            {...boxes}
            field="units"
            groups={choices.siblings}
            legend={t("reorganisation:field.unitsToMerge")}
            hint={t("reorganisation:field.unitsToMergeHint")}
          />
          <h2 className="h3 section">{t("reorganisation:field.newUnit")}</h2>
          <div className="section-s">
            <NewUnitFields {...props} />
            <TheArea {...props} optional />
          </div>
        </>
      );
    case "split":
      return <SplitFields {...props} />;
    case "close":
      return (
        <>
          <TheUnit
            {...props}
            label={t("reorganisation:field.unitToClose")}
            hint={t("reorganisation:field.unitToCloseHint")}
          />
          <UnitBoxes
            {...boxes}
            field="successors"
            groups={choices.units}
            legend={t("reorganisation:field.successors")}
            hint={t("reorganisation:field.successorsHint")}
          />
        </>
      );
    case "classify":
      return (
        <>
          <TheUnit {...props} label={t("reorganisation:field.unit")} />
          <TheType {...props} />
        </>
      );
    case "relabel-level":
      return (
        <>
          <TheLevel {...props} />
          <NameFields {...props} />
        </>
      );
    case "place-in-area":
      return (
        <>
          <TheUnit {...props} label={t("reorganisation:field.unit")} />
          <TheArea {...props} />
        </>
      );
    case "create-area":
      return (
        <>
          <NameFields {...props} />
          <AreaFields {...props} />
        </>
      );
    case "change-area":
      return (
        <>
          <TheArea {...props} />
          <NameFields {...props} optional />
          <AreaFields {...props} optional />
        </>
      );
    case "merge-areas":
      return (
        <>
          <UnitBoxes
            {...boxes}
            field="areas"
            groups={[{ label: t("reorganisation:field.areasToMerge"), options: choices.areas }]}
            legend={t("reorganisation:field.areas")}
          />
          <h2 className="h3 section">{t("reorganisation:field.newArea")}</h2>
          <div className="section-s">
            <NameFields {...props} />
            <AreaFields {...props} />
          </div>
        </>
      );
  }
}
