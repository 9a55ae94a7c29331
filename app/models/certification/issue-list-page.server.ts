import { type ListAct, type ListEvent, type ListState, listActs } from "~/domain/certification/issue-list";
import type { Viewer } from "~/domain/permissions/viewer";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { accountNames } from "~/models/access/account-names.server";
import { unitWords } from "~/models/access/unit-words.server";
import { reader } from "~/models/database.server";
import { keptRecord, recordsOf } from "~/models/people/records-of.server";
import { holding } from "~/models/reporting/scope-units.server";
import { findIssueList, reachableLists } from "./find-issue-list.server";
import { programmeTitles } from "./programme-titles.server";

export interface ListLine {
  id: string;
  programme: string;
  unit: string;
  state: ListState;
  people: number;
  /** of its last event */
  at: Instant;
}

/** The lists that the viewer prepares or signs, newest first. */
export async function issueLists(viewer: Viewer, today: CivilDate, language: Language): Promise<ListLine[]> {
  const found = await reachableLists(viewer, today);
  const client = await reader();
  const ids = found.map(({ row }) => row.id);
  const [entries, last, words, titles] = await Promise.all([
    client.issue_list_entry.groupBy({
      by: ["list_id"],
      where: { list_id: { in: ids }, retracted_change: null },
      _count: true,
    }),
    client.issue_list_event.groupBy({ by: ["list_id"], where: { list_id: { in: ids } }, _max: { at: true } }),
    unitWords(today, language),
    programmeTitles(today, language),
  ]);
  return found.map(({ row, state }) => ({
    id: row.public_id,
    programme: titles(row.programme),
    unit: words.nameOf(row.unit_id),
    state,
    people: entries.find(({ list_id }) => list_id === row.id)?._count ?? 0,
    at: last.find(({ list_id }) => list_id === row.id)?._max.at ?? "",
  }));
}

export interface ListEntry {
  entryId: number;
  person: string;
  name: string;
  staffCode: string;
  unit: string;
  on: CivilDate;
  /** the viewer's own name: somebody else approves that */
  own: boolean;
  /** what it rests on was taken back meanwhile */
  lapsed: boolean;
  certificate: { id: string; serial: string } | null;
}

export interface IssueListPage {
  id: string;
  programmeKey: string;
  programme: string;
  unit: string;
  unitId: number;
  state: ListState;
  acts: ListAct[];
  entries: ListEntry[];
  events: {
    kind: ListEvent;
    at: Instant;
    by: string;
    text: string | null;
    number: string | null;
    decidedOn: CivilDate | null;
  }[];
}

/** A list with those on it and what happened to it. */
export async function loadIssueList(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<IssueListPage | null> {
  const found = await findIssueList(viewer, publicId, today);
  if (!found) return null;
  const { row, state, may } = found;
  const client = await reader();
  const [events, words, titles, entries] = await Promise.all([
    client.issue_list_event.findMany({ where: { list_id: row.id }, orderBy: { id: "desc" } }),
    unitWords(today, language),
    programmeTitles(today, language),
    entriesOf(row.id, today),
  ]);
  const names = await accountNames([...new Set(events.map(({ account_id }) => account_id))], today);
  return {
    id: row.public_id,
    programmeKey: row.programme,
    programme: titles(row.programme),
    unit: words.nameOf(row.unit_id),
    unitId: row.unit_id,
    state,
    acts: listActs(state, may),
    entries: entries.map((entry) => ({
      entryId: Number(entry.id),
      person: entry.public_id,
      name: entry.full_name ?? entry.staff_code,
      staffCode: entry.staff_code,
      unit: entry.unit_id === null ? "" : words.nameOf(Number(entry.unit_id)),
      on: entry.on_date,
      own: Number(entry.person_id) === viewer.personId,
      lapsed: entry.lapsed !== null,
      certificate:
        entry.certificate === null || entry.serial === null ? null : { id: entry.certificate, serial: entry.serial },
    })),
    events: events.map((event) => ({
      kind: event.kind as ListEvent,
      at: event.at,
      by: names.get(event.account_id)?.name ?? "",
      text: event.text,
      number: event.number,
      decidedOn: event.decided_on,
    })),
  };
}

/** Those who stand on a list, with the certificate where it came of it. */
async function entriesOf(listId: number, today: CivilDate) {
  const client = await reader();
  const records = recordsOf(keptRecord("r.person_id"));
  return client.$queryRaw<
    {
      id: bigint;
      person_id: bigint;
      public_id: string;
      staff_code: string;
      full_name: string | null;
      unit_id: bigint | null;
      on_date: string;
      lapsed: bigint | null;
      certificate: string | null;
      serial: string | null;
    }[]
  >`
    SELECT l.id, p.id AS person_id, p.public_id, p.staff_code, n.full_name, r.on_date, r.retracted_change AS lapsed,
      (SELECT s.unit_id FROM posting o JOIN post s ON s.id = o.post_id
        WHERE o.person_id IN ${records} AND ${holding("o", today)}
        ORDER BY o.kind = 'primary' DESC, o.id LIMIT 1) AS unit_id,
      c.public_id AS certificate, c.serial
    FROM issue_list_entry l
    JOIN eligibility r ON r.id = l.eligibility_id
    JOIN person p ON p.id = ${keptRecord("r.person_id")}
    LEFT JOIN person_name n ON n.person_id = p.id AND ${holding("n", today)}
    LEFT JOIN certificate c ON c.programme = r.programme AND c.basis = r.basis
    WHERE l.list_id = ${listId} AND l.retracted_change IS NULL ORDER BY n.sort_key, l.id`;
}
