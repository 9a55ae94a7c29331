import { newKey } from "./new-key";
import { begunAreas, begunUnits } from "./plan-names";
import { type Plan, planSchema } from "./reorganisation-plan";

/** Texts for people: a key never stands in them. */
const WORDS = new Set(["title", "name", "short", "label", "document", "note", "vss_code", "code"]);

/**
 * The plan with other keys for all that it begins: a plan that was carried out and undone can be carried out again, though its
 * units, ended before they began, keep their keys for ever.
 */
export function withFreshKeys(plan: Plan, ending: string, taken: ReadonlySet<string>): Plan {
  const used = new Set(taken);
  const fresh = new Map<string, string>();
  for (const { key, name } of plan.acts.flatMap((act) => [...begunUnits(act), ...begunAreas(act)])) {
    const key_ = newKey(name.vi, ending, used);
    used.add(key_);
    fresh.set(key, key_);
  }
  return planSchema.parse({ ...plan, acts: renamed(plan.acts, fresh), posts: renamed(plan.posts, fresh) });
}

function renamed(value: unknown, fresh: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return fresh.get(value) ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, fresh));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) =>
      WORDS.has(name) ? [name, each] : [fresh.get(name) ?? name, renamed(each, fresh)],
    ),
  );
}
