import type { Power } from "~/domain/permissions/role";
import type { Viewer } from "~/domain/permissions/viewer";
import { type CounterPost, type CounterState, counterPosts, type PostsShown } from "~/domain/reporting/counter-posts";
import type { ReportQuery } from "~/domain/reporting/report-query";
import { selects } from "~/domain/reporting/workforce";
import { type CivilDate, daysBetween } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { loadProgrammeMap, type ProgrammeMapView } from "./programme-map.server";
import type { ReportBasis } from "./report-basis.server";
import { headOf, type Listed, pageOfLines, type ReportHead } from "./report-head.server";
import { positionName, programmeName, unitName } from "./report-part.server";
import { askedRows } from "./report-rows.server";

export interface PostLineView {
  unit: string;
  position: string;
  deputy: boolean;
  state: CounterState;
  /** null: vacant */
  holder: { person: string; name: string } | null;
  /** programmes that the holder lacks */
  missing: string[];
  /** vacant since */
  since: CivilDate | null;
  days: number;
}

export interface Posts extends ReportHead, Listed<CounterPost, PostLineView> {
  oneStop: ProgrammeMapView["oneStop"];
  /** posts of every kind that nobody holds */
  vacant: number;
}

export interface PostsQuery extends ReportQuery {
  show: PostsShown;
}

/** A page of coverage by posts. */
export async function loadPosts(viewer: Viewer, query: PostsQuery & { page: number | null }, language: Language) {
  const list = await posts(viewer, query, language);
  return list && pageOfLines(list, query.page);
}

/** Coverage by posts: those of the one-stop counter, vacant ones apart, and every vacant post. Null: as in `askedRows`. */
export async function posts(
  viewer: Viewer,
  query: PostsQuery,
  language: Language,
  power: Power = "see-people",
): Promise<Posts | null> {
  const asked = await askedRows(viewer, query, language, power);
  const map = asked && (await loadProgrammeMap(viewer, query, language, power));
  if (!asked || !map) return null;
  const { basis, part, rows } = asked;
  const selection = { units: part.units, position: query.position };
  const { members, vacancies, asOf } = basis.workforce;
  const placeOf = (unitId: number) => basis.order.get(unitId) ?? basis.order.size;
  const vacant = vacancies.filter((post) => selects(selection, post));
  const programmes = new Set(map.oneStop.programmes.map(({ key }) => key));
  const all: CounterPost[] =
    query.show === "vacant"
      ? vacant.map((post) => ({ state: "vacant", post }))
      : counterPosts(members, vacancies, rows, programmes, selection).filter(
          ({ state }) => `counter-${state}` === query.show,
        );
  const unitOf = (each: CounterPost) => (each.state === "vacant" ? each.post : each.posting).unitId;
  return {
    ...headOf(basis, part, language),
    oneStop: map.oneStop,
    vacant: vacant.length,
    rows: [...all].sort((a, b) => placeOf(unitOf(a)) - placeOf(unitOf(b))),
    lineOf: (each) => lineOf(basis, each, asOf, language),
  };
}

function lineOf(basis: ReportBasis, each: CounterPost, asOf: CivilDate, language: Language): PostLineView {
  const post = each.state === "vacant" ? each.post : each.posting;
  const place = {
    unit: unitName(basis, post.unitId, language),
    position: positionName(basis, post.position, language),
    deputy: post.deputy,
    state: each.state,
  };
  if (each.state === "vacant") {
    const { since } = each.post;
    return { ...place, holder: null, missing: [], since, days: daysBetween(since, asOf) };
  }
  return {
    ...place,
    holder: { person: each.member.publicId, name: each.member.fullName },
    missing: each.missing.map((key) => programmeName(basis, key, language)),
    since: null,
    days: 0,
  };
}
