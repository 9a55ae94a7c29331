import { z } from "zod";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { BOARD_LISTS } from "~/domain/reporting/board";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import { POSTS_SHOWN } from "~/domain/reporting/counter-posts";
import { CELL_WHO } from "~/domain/reporting/heat-map";
import { PEOPLE_LISTS } from "~/domain/reporting/people-lists";

const LONGEST_SEARCH = 100;

const ownParts = z
  .object({
    /** of the certification list */
    state: z.enum(["open", "all", ...CERTIFICATION_STATES]),
    /** what is looked for in the list of people */
    q: z.string().transform((typed) => typed.slice(0, LONGEST_SEARCH)),
    board: z.enum(BOARD_LISTS),
    list: z.enum(PEOPLE_LISTS),
    show: z.enum(POSTS_SHOWN),
    competency: z.string().max(80),
    level: z.enum(UNIT_LEVELS),
    who: z.enum(CELL_WHO),
    /** "2026-12" */
    month: z.string().regex(/^\d{4}-\d{2}$/),
  })
  .partial();

/** What the pages of reports ask beside what all of them do, by the names in their addresses. What is not asked is left out. */
export type OwnParts = z.infer<typeof ownParts>;

/** Null where a part has the wrong type; an empty one counts as left out, as forms send it. */
export function readOwnParts(parts: URLSearchParams): OwnParts | null {
  const given = Object.fromEntries([...parts].filter(([, value]) => value !== ""));
  return ownParts.safeParse(given).data ?? null;
}
