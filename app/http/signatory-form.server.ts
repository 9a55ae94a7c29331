import { z } from "zod";
import { AUTHORITIES, needsPrincipal, type SignatoryContent } from "~/domain/certification/authority";
import { dateValue, optionalDateValue, optionalTextValue, textValue } from "./form-values.server";
import { untilAfter } from "./permission-form.server";

const words = textValue(200);

/** The fields of a signatory; both languages of a text are two fields. */
export const signatorySchema = z
  .object({
    // in the order of the page: so problems are listed
    unit: z.string().regex(/^[0-9a-z]{1,40}$/),
    bodyVi: words,
    bodyEn: words,
    departmentVi: words,
    departmentEn: words,
    placeVi: textValue(60),
    placeEn: textValue(60),
    name: textValue(120),
    titleVi: words,
    titleEn: words,
    authority: z.enum(AUTHORITIES),
    ofVi: optionalTextValue(200),
    ofEn: optionalTextValue(200),
    person: optionalTextValue(100),
    personCode: optionalTextValue(40),
    number: textValue(60),
    signedOn: dateValue,
    from: dateValue,
    lastDay: optionalDateValue,
  })
  .superRefine((form, context) => {
    if (!needsPrincipal(form.authority)) return;
    for (const field of ["ofVi", "ofEn"] as const)
      if (form[field] === null) context.addIssue({ code: "custom", path: [field], message: "missing" });
  });
export type SignatoryForm = z.output<typeof signatorySchema>;

/** What papers print of it, and its dates; `lastDay` is the last on which they sign. */
export function signatoryOf(form: SignatoryForm, sample: boolean) {
  const content: SignatoryContent = {
    issuing_body: { vi: form.bodyVi, en: form.bodyEn },
    issuing_unit: { vi: form.departmentVi, en: form.departmentEn },
    authority: form.authority,
    authority_of: needsPrincipal(form.authority) ? { vi: form.ofVi ?? "", en: form.ofEn ?? "" } : null,
    name: form.name,
    title: { vi: form.titleVi, en: form.titleEn },
    decision: { number: form.number, signed_on: form.signedOn },
    place: { vi: form.placeVi, en: form.placeEn },
    sample,
  };
  return { unit: form.unit, content, from: form.from, until: untilAfter(form.lastDay) };
}

/** A signatory on record as the fields of the form. */
export function fieldsOf(content: SignatoryContent, unit: string, person: string | null): Record<string, string> {
  return {
    unit,
    bodyVi: content.issuing_body.vi,
    bodyEn: content.issuing_body.en,
    departmentVi: content.issuing_unit.vi,
    departmentEn: content.issuing_unit.en,
    authority: content.authority,
    ofVi: content.authority_of?.vi ?? "",
    ofEn: content.authority_of?.en ?? "",
    name: content.name,
    titleVi: content.title.vi,
    titleEn: content.title.en,
    number: content.decision.number,
    signedOn: content.decision.signed_on,
    placeVi: content.place.vi,
    placeEn: content.place.en,
    person: person ?? "",
  };
}
