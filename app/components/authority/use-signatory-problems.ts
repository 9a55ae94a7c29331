import { useTranslation } from "react-i18next";

type Refusal = "unit" | "end-before-start" | "overtaken" | "before-it-begins" | "person-none" | "person-several";

export interface SignatoryAnswer {
  wrong: readonly SignatoryField[];
  refusal: Refusal | null;
}

/** beside which field a refusal is said */
const PLACE: Record<Refusal, string | undefined> = {
  unit: "unit",
  "end-before-start": "lastDay",
  overtaken: undefined,
  "before-it-begins": "from",
  "person-none": "person",
  "person-several": "person",
};

/** What is wrong with the form of a signatory, in words. */
export function useSignatoryProblems(answer: SignatoryAnswer | undefined) {
  const { t } = useTranslation();
  return [
    ...(answer?.wrong ?? []).map((field) => ({ fieldId: field as string, message: t(`authority:wrong.${field}`) })),
    ...(answer?.refusal
      ? [{ fieldId: PLACE[answer.refusal], message: t(`authority:signatory.refused.${answer.refusal}`) }]
      : []),
  ];
}

type SignatoryField =
  | "unit"
  | "bodyVi"
  | "bodyEn"
  | "departmentVi"
  | "departmentEn"
  | "authority"
  | "ofVi"
  | "ofEn"
  | "name"
  | "titleVi"
  | "titleEn"
  | "number"
  | "signedOn"
  | "placeVi"
  | "placeEn"
  | "person"
  | "personCode"
  | "from"
  | "lastDay";
