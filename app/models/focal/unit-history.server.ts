import {
  type CertificateFacts,
  certificateStatus,
  isInForce,
  lastDayOf,
} from "~/domain/certification/certificate-status";
import { turnoverOf } from "~/domain/people/turnover";
import type { Viewer } from "~/domain/permissions/viewer";
import { type FocalStretch, focalHistory } from "~/domain/reporting/focal-history";
import type { ReportQuery } from "~/domain/reporting/report-query";
import type { StaffMember } from "~/domain/reporting/workforce";
import { addDays, type CivilDate, daysBetween } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { type FocalView, focalPlaces, focalView } from "../reporting/focal-view.server";
import { type ReportBasis, reportBasis } from "../reporting/report-basis.server";
import { partOf, type ReportPart } from "../reporting/report-part.server";
import { scopeOf } from "../reporting/scope-units.server";
import { ruleOf } from "../reporting/turnover-view.server";
import { type FocalRecord, readFocalRecord } from "./focal-record.server";

export interface FocalUnitView {
  unit: string;
  name: string;
  /** null: the unit is not asked for a focal point on the date */
  place: FocalView | null;
  stretches: FocalStretchView[];
  turnover: { months: number; changes: number; holders: number; alert: boolean };
  candidates: { person: string; name: string; deputy: boolean; certified: boolean; until: CivilDate | null }[];
  /** may record who holds the post */
  changes: boolean;
}

export interface FocalStretchView {
  kind: "held" | "acting" | "vacant";
  name: string | null;
  /** null: out of the viewer's scope on the date, or nobody */
  person: string | null;
  from: CivilDate;
  /** last day; null: it goes on */
  until: CivilDate | null;
  days: number;
  /** papers of the programme that the holder had in that time */
  papers: { issuedOn: CivilDate; until: CivilDate | null; revoked: boolean }[];
}

/** The life of a unit's focal-point post up to a date. Null: no such unit in the viewer's scope. */
export async function loadFocalUnit(
  viewer: Viewer,
  publicId: string,
  query: ReportQuery,
  language: Language,
): Promise<FocalUnitView | null> {
  const basis = await reportBasis(viewer, "see-people", query);
  const part = partOf(basis, publicId, language);
  const unit = basis.facts.units.find((each) => each.publicId === publicId);
  if (!part?.unit || !unit) return null;
  const { focal, workforce, scope } = basis;
  const [record, change] = await Promise.all([
    readFocalRecord(unit.id, scope, focal, query.asOf),
    scopeOf(viewer, "change-people", query.today),
  ]);
  const rule = ruleOf(basis);
  const { changes, holders, alert } = turnoverOf(
    record.terms.filter(({ acting }) => !acting),
    query.asOf,
    rule,
  );
  const place = focalPlaces(basis, part).find((each) => each.unit.id === unit.id);
  return {
    unit: publicId,
    name: part.unit.name,
    place: place ? focalView(place, language) : null,
    stretches: stretchesOf(record, workforce.members, query.asOf),
    turnover: { months: rule.months, changes: changes.length, holders, alert },
    candidates: candidatesOf(basis, part, unit.id),
    changes: change.has(unit.id),
  };
}

function stretchesOf(record: FocalRecord, members: readonly StaffMember[], asOf: CivilDate): FocalStretchView[] {
  if (record.since === null) return [];
  const known = new Set(members.map(({ publicId }) => publicId));
  // a post that was closed is not vacant since
  const closed = record.closed !== null && record.closed <= asOf ? record.closed : null;
  return focalHistory(record.terms, record.since, closed ? addDays(closed, -1) : asOf).map((stretch) => {
    const person = stretch.kind === "vacant" ? null : (record.people.get(stretch.person) ?? null);
    const to = stretch.to ?? closed;
    return {
      kind: stretch.kind,
      name: person?.name ?? null,
      person: person && known.has(person.publicId) ? person.publicId : null,
      from: stretch.from,
      until: lastDayOf(to),
      days: daysBetween(stretch.from, to ?? asOf),
      papers: person ? papersIn(person.papers, stretch, asOf) : [],
    };
  });
}

function papersIn(
  papers: readonly CertificateFacts[],
  { from, to }: FocalStretch<number>,
  asOf: CivilDate,
): FocalStretchView["papers"] {
  return papers
    .filter(({ issuedOn, validUntil }) => (to === null || issuedOn < to) && (validUntil === null || validUntil > from))
    .map((paper) => ({
      issuedOn: paper.issuedOn,
      until: lastDayOf(paper.validUntil),
      revoked: certificateStatus(paper, asOf, 0) === "revoked",
    }));
}

/** Deputies of the post first, then whoever else in the unit holds the certificate; never the holders themselves. */
function candidatesOf(basis: ReportBasis, part: ReportPart, unitId: number): FocalUnitView["candidates"] {
  const { focal, workforce } = basis;
  const isFocal = (posting: StaffMember["postings"][number]) =>
    posting.unitId === unitId && focal.positions.has(posting.position);
  return workforce.members
    .filter(({ postings }) => postings.some(({ unitId }) => part.units?.has(unitId)))
    .filter(({ postings }) => !postings.some((posting) => isFocal(posting) && !posting.deputy))
    .flatMap((member) => {
      const deputy = member.postings.some((posting) => isFocal(posting) && posting.deputy);
      const paper = member.certificates.find(
        (each) =>
          each.programme === focal.programme &&
          isInForce(certificateStatus(each, workforce.asOf, focal.renewalWindowDays)),
      );
      if (!deputy && !paper) return [];
      const { publicId: person, fullName: name } = member;
      return {
        person,
        name,
        deputy,
        certified: paper !== undefined,
        until: paper ? lastDayOf(paper.validUntil) : null,
      };
    })
    .sort((a, b) => Number(b.deputy) - Number(a.deputy));
}
