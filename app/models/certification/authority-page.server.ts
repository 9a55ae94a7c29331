import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type DecisionShown, listStandingDecisions, managesAll } from "./manage-standing-decisions.server";
import { programmeChoices, programmeTitles } from "./programme-titles.server";
import { listWordings, type WordingShown } from "./record-wording.server";
import { signatoryLine } from "./signatory-choices.server";
import { listSignatories, type SignatoryShown } from "./signatory-pages.server";

type Titled<T> = Omit<T, "programme" | "title"> & { programme: string };

export interface AuthorityPage {
  signatories: (SignatoryShown & { line: string })[];
  decisions: Titled<DecisionShown>[];
  /** programmes that issue only by list today */
  byList: { key: string; title: string }[];
  wordings: (Omit<WordingShown, "programme" | "heading"> & { programme: string | null; heading: string })[];
  /** whether the viewer decides for the whole house */
  all: boolean;
}

/** Who signs, by what programmes issue by themselves, and in which words: of all times. */
export async function authorityPage(viewer: Viewer, today: CivilDate, language: Language): Promise<AuthorityPage> {
  const [signatories, decisions, wordings, titles, programmes, all] = await Promise.all([
    listSignatories(viewer, today, language),
    listStandingDecisions(today),
    listWordings(),
    programmeTitles(today, language),
    programmeChoices(today, language),
    managesAll(viewer, today),
  ]);
  const issuing = new Set(decisions.filter(({ state }) => state === "in-force").map(({ programme }) => programme));
  return {
    signatories: signatories.map((each) => ({ ...each, line: signatoryLine(each.content, language) })),
    decisions: decisions.map(({ title: _, ...each }) => ({ ...each, programme: titles(each.programme) })),
    byList: programmes
      .filter(({ value }) => !issuing.has(value))
      .map(({ value, label }) => ({ key: value, title: label })),
    wordings: wordings.map((each) => ({
      ...each,
      programme: each.programme === null ? null : titles(each.programme),
      heading: each.heading[language],
    })),
    all,
  };
}

/** What a standing decision is made of; null where the viewer does not decide for the whole house. */
export async function decisionForm(viewer: Viewer, today: CivilDate, language: Language) {
  if (!(await managesAll(viewer, today))) return null;
  const [signatories, programmes] = await Promise.all([
    listSignatories(viewer, today, language),
    programmeChoices(today, language),
  ]);
  return {
    programmes,
    signatories: signatories
      .filter(({ state }) => state !== "ended")
      .map(({ publicId, content }) => ({ value: publicId, label: signatoryLine(content, language) })),
  };
}

/** A standing decision that the viewer may end; null for every other one. */
export async function decisionToEnd(viewer: Viewer, id: number, today: CivilDate, language: Language) {
  if (!(await managesAll(viewer, today))) return null;
  const found = (await listStandingDecisions(today)).find((each) => each.id === id);
  const titles = await programmeTitles(today, language);
  return found ? { ...found, programme: titles(found.programme) } : null;
}
