import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import type { ReportWording } from "~/domain/reporting/report-wording";
import { nameOfUnit, topsOf } from "~/domain/reporting/unit-selection";
import type { CivilDate } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { translators } from "~/i18n/translators.server";
import { wordingOn } from "../certification/wordings.server";
import { reader } from "../database.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { scopeOf } from "../reporting/scope-units.server";

/** What stands around a report on paper, in one language. */
export interface ReportHead {
  body: string;
  unit: string;
  place: string;
  numberSuffix: string;
  signerTitle: string;
  recipients: string[];
}

/**
 * The heading of whoever reports: the house's own wording where the viewer's reach is the whole, else that of the unit at its
 * head, signed by its director.
 */
export async function reportHead(
  viewer: Viewer,
  power: Power,
  today: CivilDate,
  language: Language,
): Promise<ReportHead> {
  const { t } = translators[language];
  const [wording, scope, organisation] = await Promise.all([
    reader().then((client) => wordingOn(client, "report", null, today)),
    scopeOf(viewer, power, today),
    organisationAsOf(today),
  ]);
  const house = headOf(wording, language);
  const tops = topsOf(organisation, scope.has);
  const only = tops.length === 1 ? tops[0] : undefined;
  if (!only || only.parentId === null) return house;
  return {
    ...house,
    unit: nameOfUnit(organisation, only)[language].toLocaleUpperCase("vi"),
    place: only.area?.name[language] ?? house.place,
    numberSuffix: "BC-BHXH",
    signerTitle: t("exports:paper.director"),
    recipients: [t("exports:paper.toAbove"), t("exports:paper.filed")],
  };
}

function headOf(wording: ReportWording, language: Language): ReportHead {
  return {
    body: wording.body[language],
    unit: wording.unit?.[language] ?? "",
    place: wording.place[language],
    numberSuffix: wording.number_suffix,
    signerTitle: wording.signer.title[language],
    recipients: wording.recipients.map((each) => each[language]),
  };
}
