import type { ActField, ActValues } from "~/domain/organisation/act-values";
import type { UnitOptionGroup } from "../unit-field";

export interface Option {
  value: string;
  label: string;
}

/** What the form of one kind of act needs. */
export interface ActFieldsProps {
  values: ActValues;
  wrong: readonly ActField[];
  choices: {
    units: readonly UnitOptionGroup[];
    siblings: readonly UnitOptionGroup[];
    levels: readonly Option[];
    areas: readonly Option[];
    all: boolean;
  };
  /** the units below the one that is split, once that is known */
  below: readonly Option[];
}
