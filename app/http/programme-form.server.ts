import type { Programme } from "~/domain/certification/programme";
import type { Requirement } from "~/domain/certification/requirement";
import {
  type RequirementTextProblem,
  readRequirement,
  writeRequirement,
} from "~/domain/certification/requirement-text";
import { type Validity, validitySchema } from "~/domain/certification/validity";
import type { Language } from "~/domain/text/language";
import { readCivilDate } from "~/domain/time/civil-date";
import type { NewRules } from "~/models/programmes/set-programme-version.server";
import { textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

type NumberField = "months" | "years" | "least" | "window" | "grace" | "held";

export type ProgrammeFormProblem =
  | { field: "from" | "through"; problem: "date" }
  | { field: NumberField; problem: "number"; least: number; most: number }
  | { field: "monthDay"; problem: "month-day" }
  | { field: "reason"; problem: "reason" }
  | { field: "requires" | "shorter"; problem: "lines"; lines: RequirementTextProblem };

export interface ProgrammeForm {
  typed: Record<string, string>;
  problems: ProgrammeFormProblem[];
  /** null where something is wrong */
  rules: NewRules | null;
  once: string;
  /** the second step: what was shown is to be done */
  confirmed: boolean;
}

const FIELDS = [
  "from",
  "through",
  "method",
  "months",
  "monthDay",
  "years",
  "least",
  "window",
  "grace",
  "held",
  "requires",
  "shorter",
  "reason",
] as const;
const LONGEST = 6000;

/** New rules of a programme, as typed. @throws a 400 answer for a form that is none of ours */
export async function readProgrammeForm(request: Request): Promise<ProgrammeForm> {
  const sent = await request.formData();
  const typed: Record<string, string> = {};
  for (const field of FIELDS) typed[field] = String(sent.get(field) ?? "").slice(0, LONGEST);
  const once = String(sent.get("once") ?? "");
  if (!/^[0-9a-z]{1,40}$/.test(once)) throw badRequest();
  const problems: ProgrammeFormProblem[] = [];
  const text = (field: (typeof FIELDS)[number]) => typed[field]?.trim() ?? "";
  const from = readCivilDate(text("from"));
  if (!from) problems.push({ field: "from", problem: "date" });
  const through = text("through") === "" ? null : readCivilDate(text("through"));
  if (text("through") !== "" && through === null) problems.push({ field: "through", problem: "date" });
  const whole = (field: NumberField, least: number, most: number) => {
    const value = /^\d{1,5}$/.test(text(field)) ? Number(text(field)) : Number.NaN;
    if (value >= least && value <= most) return value;
    problems.push({ field, problem: "number", least, most });
    return least;
  };
  const tree = (field: "requires" | "shorter"): Requirement | null => {
    const read = readRequirement(typed[field] ?? "");
    if (read.refused) problems.push({ field, problem: "lines", lines: read.refused });
    return read.tree;
  };
  const validity = validityIn(text("method"), { text, whole, problems });
  const requires = tree("requires");
  const shorter = text("shorter") === "" ? null : tree("shorter");
  const renewal = { window_days: whole("window", 0, 1000), grace_days: whole("grace", 0, 1000) };
  const minHeldDays = text("held") === "" ? 0 : whole("held", 0, 3660);
  const reason = textValue(1000).safeParse(text("reason"));
  if (!reason.success) problems.push({ field: "reason", problem: "reason" });
  const rules =
    problems.length > 0 || !from || !requires || validity === undefined || !reason.success
      ? null
      : {
          from,
          through,
          requires,
          validity,
          renewal: { ...renewal, ...(shorter && { requires: shorter }) },
          minHeldDays,
          reason: reason.data,
        };
  return { typed, problems, rules, once, confirmed: sent.get("step") === "set" };
}

/** The validity as typed; undefined where something of it is wrong. */
function validityIn(
  method: string,
  {
    text,
    whole,
    problems,
  }: {
    text: (field: "monthDay") => string;
    whole: (field: "months" | "years" | "least", least: number, most: number) => number;
    problems: ProgrammeFormProblem[];
  },
): Validity | undefined {
  if (method === "none") return null;
  if (method === "completion" || method === "last-expiry") return { method, months: whole("months", 1, 240) };
  if (method !== "calendar") throw badRequest();
  const match = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text("monthDay"));
  const month_day = match ? `${match[2]?.padStart(2, "0")}-${match[1]?.padStart(2, "0")}` : "";
  const years = whole("years", 1, 20);
  const validity = { method, month_day, years, at_least_months: whole("least", 0, 12 * years) } as const;
  const read = validitySchema.safeParse(validity);
  if (read.success) return read.data;
  problems.push({ field: "monthDay", problem: "month-day" });
  return undefined;
}

/** The form as it begins: the rules that hold now. */
export function typedProgramme(programme: Programme, language: Language): Record<string, string> {
  const { validity, renewal, requires, min_held_days } = programme;
  const typed: Record<string, string> = {
    method: validity?.method ?? "none",
    window: String(renewal.window_days),
    grace: String(renewal.grace_days),
    held: min_held_days ? String(min_held_days) : "",
    requires: writeRequirement(requires, language),
    shorter: renewal.requires ? writeRequirement(renewal.requires, language) : "",
  };
  if (validity && validity.method !== "calendar") typed.months = String(validity.months);
  if (validity?.method === "calendar") {
    typed.monthDay = validity.month_day.split("-").reverse().join("/");
    typed.years = String(validity.years);
    typed.least = String(validity.at_least_months);
  }
  return typed;
}
