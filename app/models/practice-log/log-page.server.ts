import type { PracticeRule } from "~/domain/competency/practice-evidence";
import type { Viewer } from "~/domain/permissions/viewer";
import type { LogEntry } from "~/domain/practice-log/log-entry";
import { type LogAct, type LogEvent, type LogState, logActs } from "~/domain/practice-log/log-state";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import type { Language } from "~/i18n/language";
import { frameworksAsOf } from "../course/frameworks.server";
import { reader } from "../database.server";
import { Prisma } from "../generated/client";
import { peopleOfRequests } from "../requests/request-people.server";
import { findEntry } from "./act-on-entry.server";
import { entriesWhere, type RecordedEntry } from "./log-rows.server";
import { practiceRulesOn } from "./practice-rules.server";

export interface LogEntryView {
  entry: string;
  content: LogEntry;
  /** title of the competency */
  title: string;
  own: boolean;
  person: { publicId: string; name: string; place: string };
  state: LogState;
  history: { kind: LogEvent; name: string; at: Instant; text: string | null }[];
  may: LogAct[];
  /** what the log proves of this competency on the day of the entry */
  rules: readonly PracticeRule[];
  /** the entry that it mends, and the one that stands in its place */
  before: string | null;
  after: string | null;
}

/** An entry for its author, or for whoever may confirm it; null for anyone else. */
export async function loadEntry(
  viewer: Viewer,
  publicId: string,
  today: CivilDate,
  language: Language,
): Promise<LogEntryView | null> {
  const client = await reader();
  const found = await findEntry(client, viewer, publicId, today);
  if (!found) return null;
  const { entry, own } = found;
  const [people, frameworks, rules, neighbours] = await Promise.all([
    peopleOfRequests([entry], today, language),
    frameworksAsOf(today),
    practiceRulesOn(entry.onDate),
    entriesWhere(client, Prisma.sql`r.instead_of = ${entry.id} OR r.id = ${entry.insteadOf ?? 0}`),
  ]);
  const { publicId: person, name, place } = people.person(entry.personId);
  const { competencies } = frameworks.competencies.content;
  return {
    entry: entry.publicId,
    content: contentOf(entry),
    title: competencies.find(({ key }) => key === entry.competency)?.title[language] ?? entry.competency,
    own,
    person: { publicId: person, name, place },
    state: entry.state,
    history: entry.events.map(({ kind, accountId, at, text }) => ({ kind, name: people.account(accountId), at, text })),
    may: logActs(entry.state, found),
    rules: rules.get(entry.competency) ?? [],
    before: neighbours.find(({ id }) => id === entry.insteadOf)?.publicId ?? null,
    after: neighbours.find(({ insteadOf }) => insteadOf === entry.id)?.publicId ?? null,
  };
}

function contentOf({ competency, onDate, place, audience, people, role, language, link, note }: RecordedEntry) {
  return { competency, onDate, place, audience, people, role, language, link, note };
}

/** The competencies that the log proves on a date, in the order of the framework, with what it asks for. */
export async function logChoices(
  today: CivilDate,
  language: Language,
): Promise<{ key: string; title: string; rules: readonly PracticeRule[] }[]> {
  const { competencies } = (await frameworksAsOf(today)).competencies.content;
  const rules = await practiceRulesOn(today);
  return competencies.flatMap(({ key, title }) => {
    const own = rules.get(key);
    return own ? [{ key, title: title[language], rules: own }] : [];
  });
}
