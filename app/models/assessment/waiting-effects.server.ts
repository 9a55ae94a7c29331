import { setImmediate } from "node:timers/promises";
import type { AskedEffect } from "~/domain/assessment/mark-effects";
import type { Viewer } from "~/domain/permissions/viewer";
import type { Language } from "~/domain/text/language";
import type { CivilDate, Instant } from "~/domain/time/civil-date";
import { getCourseVersion } from "../course/course-versions.server";
import { latestChangeId, reader } from "../database.server";
import { Prisma } from "../generated/client";
import { inWords } from "../people/changeable-person.server";
import { peopleDirectory } from "../people/people-directory.server";
import { askedEffects, type EffectCause, EVER_MOVED, type WaitingEffect } from "./earning-state.server";
import { managedAttempts } from "./managed-attempt.server";

/** A line of the list of waiting decisions. */
export interface EffectLine {
  attempt: string;
  name: string;
  staffCode: string;
  place: string | null;
  course: string;
  asked: AskedEffect;
  because: EffectCause;
  endedAt: Instant;
}

const AT_ONCE = 200;
let held: { changeId: number; effects: Promise<WaitingEffect[]> } | null = null;

/** Everything that waits for a decision in the house, worked out once for each state of the facts. */
async function allWaiting(): Promise<WaitingEffect[]> {
  const changeId = await latestChangeId();
  if (held?.changeId !== changeId) {
    const mine = { changeId, effects: readWaiting() };
    held = mine;
    // a failure is not kept
    mine.effects.catch(() => {
      if (held === mine) held = null;
    });
  }
  return held.effects;
}

async function readWaiting(): Promise<WaitingEffect[]> {
  const client = await reader();
  const ids = await client.$queryRaw<{ attempt_id: bigint }[]>(EVER_MOVED);
  const waiting: WaitingEffect[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const slice = ids.slice(at, at + AT_ONCE).map(({ attempt_id }) => Number(attempt_id));
    waiting.push(...(await askedEffects(client, slice)));
    await setImmediate();
  }
  return waiting;
}

/** A page of the decisions that wait for the viewer: of people in their reach, never about themself; and how many there are. */
export async function waitingEffects(
  viewer: Viewer,
  { from, count }: { from: number; count: number },
  today: CivilDate,
  language: Language,
): Promise<{ total: number; lines: EffectLine[] }> {
  const waiting = new Map((await allWaiting()).map((effect) => [effect.attemptId, effect]));
  if (waiting.size === 0) return { total: 0, lines: [] };
  const client = await reader();
  const ids = Prisma.raw([...waiting.keys()].join(","));
  const managed = await managedAttempts(client, viewer, Prisma.sql`a.id IN (${ids})`, today, "release-marks");
  const open = managed.filter(({ own }) => !own).reverse();
  const { byId } = await peopleDirectory();
  const lines = await Promise.all(
    open.slice(from, from + count).map(async (attempt): Promise<EffectLine> => {
      const effect = waiting.get(attempt.id) as WaitingEffect;
      const person = byId.get(attempt.personId);
      const words = person && (await inWords(person, today, language));
      return {
        attempt: attempt.publicId,
        name: words?.name ?? "",
        staffCode: words?.staffCode ?? "",
        place: words?.place ?? null,
        course: (await getCourseVersion(attempt.courseVersionId)).title[language],
        asked: effect.asked,
        because: effect.because,
        endedAt: attempt.endedAt ?? attempt.startedAt,
      };
    }),
  );
  return { total: open.length, lines };
}
