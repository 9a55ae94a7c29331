import type { Plan } from "./reorganisation-plan";

export const ORDERS = ["up", "down", "remove"] as const;
export type Order = (typeof ORDERS)[number];

/** The plan with one of its acts moved by one place or taken out; what cannot move stays. Acts are carried out in this order. */
export function orderAct<P extends Pick<Plan, "acts">>(plan: P, index: number, order: Order): P {
  const acts = [...plan.acts];
  const act = acts[index];
  if (act === undefined) return plan;
  acts.splice(index, 1);
  if (order !== "remove") acts.splice(Math.max(0, order === "up" ? index - 1 : index + 1), 0, act);
  return { ...plan, acts };
}
