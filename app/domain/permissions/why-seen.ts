import { type Power, type Role, roleAllows } from "./role";

/** The powers over people, in the order in which they are told: what each lets its holder see of a person, or do with it. */
export const POWERS_OVER_PEOPLE = [
  "see-people",
  "see-absences",
  "change-people",
  "assign-duties",
  "decide-duties",
  "decide-records",
  "decide-appeals",
  "reset-password",
] as const satisfies readonly Power[];

export type PowerOverPeople = (typeof POWERS_OVER_PEOPLE)[number];

/** A grant or a loan that counts today. */
export type Right = { accountId: number; unitId: number } & (
  | { kind: "grant"; role: Role }
  | { kind: "delegation"; power: Power }
);

/** A unit in which the person holds a post today, or held one, with the units from which it is reached today. */
export interface PersonPlace {
  now: boolean;
  tops: ReadonlySet<number>;
}

export type WhySeen<R extends Right> = {
  right: R;
  powers: PowerOverPeople[];
  /** false: only as the record stood while the person held a post there */
  now: boolean;
};

/**
 * Which rights let their holders see a person, or act upon them, and by which powers. A right over a unit in which the person once
 * held a post shows them as of those days, and no more. The person themself is not among the answers: they see all that is theirs.
 */
export function whySeen<R extends Right>(
  person: { accountId: number | null; places: readonly PersonPlace[] },
  rights: readonly R[],
): WhySeen<R>[] {
  return rights.flatMap((right) => {
    if (right.accountId === person.accountId) return [];
    const reaching = person.places.filter(({ tops }) => tops.has(right.unitId));
    const now = reaching.some((place) => place.now);
    const powers = POWERS_OVER_PEOPLE.filter((power) =>
      right.kind === "grant" ? roleAllows(right.role, power) : right.power === power,
    );
    // only the record has a past to look at: everything else is done today
    const usable = now ? powers : powers.filter((power) => power === "see-people");
    return reaching.length > 0 && usable.length > 0 ? [{ right, powers: usable, now }] : [];
  });
}
