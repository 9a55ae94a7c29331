import { z } from "zod";
import { type DutyOrder, ORDER_ACTS, type OrderAct } from "~/domain/enrolment/duty-order";
import { CERTIFICATION_STATES } from "~/domain/reporting/certification-list";
import type { OrderSelection } from "~/models/duties/order-subjects.server";
import { dateValue, documentValue, optionalDateValue, textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const ID = /^[0-9a-z]{1,40}$/;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const id = z.string().regex(ID);
const key = z.string().regex(KEY);
const orNull = (pattern: RegExp) =>
  z
    .string()
    .transform((text) => text || null)
    .pipe(z.string().regex(pattern).nullable());
const selection = z.object({
  people: z.array(id).max(1_000),
  all: z.boolean(),
  unit: orNull(ID),
  position: orNull(KEY),
  programme: orNull(KEY),
  state: z.enum(["open", "all", ...CERTIFICATION_STATES]),
});

/** Whom a list meant, by what it sent. @throws a 400 answer where a part is none of ours */
export function readSelection(sent: URLSearchParams | FormData): OrderSelection {
  const text = (name: string) => String(sent.get(name) ?? "");
  const parsed = selection.safeParse({
    people: [...new Set(sent.getAll("person").map(String))],
    all: text("all") === "1",
    unit: text("unit"),
    position: text("position"),
    programme: text("programme"),
    state: text("state") || "open",
  });
  if (!parsed.success) throw badRequest();
  const { people, all, ...list } = parsed.data;
  return { people, list: all ? list : null };
}

/** The same as fields of a form. */
export function selectionFields({ people, list }: OrderSelection): { name: string; value: string }[] {
  if (list === null) return people.map((value) => ({ name: "person", value }));
  const parts = [
    { name: "unit", value: list.unit },
    { name: "position", value: list.position },
    { name: "programme", value: list.programme },
    { name: "state", value: list.state },
  ];
  return [{ name: "all", value: "1" }, ...parts.flatMap(({ name, value }) => (value ? [{ name, value }] : []))];
}

export type OrderProblem = "assigns" | "due" | "until" | "reason" | "document";

export interface OrderForm {
  act: OrderAct;
  typed: Record<"act" | "assigns" | "due" | "until" | "reason" | "document", string>;
  problems: OrderProblem[];
  /** null where something is wrong */
  order: DutyOrder | null;
  words: { reason: string; document: string };
  once: string;
  /** what was previewed, where that is what is confirmed */
  seal: string | null;
}

/** Reads what is ordered. @throws a 400 answer for a form that is none of ours */
export function readOrderForm(sent: FormData): OrderForm {
  const text = (name: string) => String(sent.get(name) ?? "");
  const act = ORDER_ACTS.find((each) => each === text("act"));
  const once = id.safeParse(text("once"));
  if (!act || !once.success) throw badRequest();
  const typed = {
    act,
    assigns: text("assigns"),
    due: text("due"),
    until: text("until"),
    reason: text("reason"),
    document: text("document"),
  };
  const [programme = "", course = ""] = typed.assigns.split("/");
  const due = dateValue.safeParse(typed.due);
  const until = optionalDateValue.safeParse(typed.until);
  const reason = textValue(300).safeParse(typed.reason);
  const document = documentValue.safeParse(typed.document);
  const problems: OrderProblem[] = [];
  if (!key.safeParse(programme).success || !key.safeParse(course).success) problems.push("assigns");
  if (act !== "exempt" && !due.success) problems.push("due");
  if (act === "exempt" && !until.success) problems.push("until");
  if (!reason.success) problems.push("reason");
  if (!document.success) problems.push("document");
  const order = problems.length > 0 ? null : orderOf(act, programme, course, due.data ?? "", until.data ?? null);
  const words = { reason: reason.data ?? "", document: document.data ?? "" };
  return { act, typed, problems, order, words, once: once.data, seal: text("seal") || null };
}

function orderOf(act: OrderAct, programme: string, course: string, due: string, until: string | null): DutyOrder {
  if (act === "exempt") return { act, programme, until };
  return act === "assign" ? { act, programme, course, due } : { act, programme, due };
}
