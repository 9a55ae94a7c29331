import { z } from "zod";
import { type PlanProblem, SITTING_MODES, timesOfDay } from "~/domain/assessment/sitting";
import type { PlanOrder } from "~/models/sittings/plan-sitting.server";
import { textValue } from "./form-values.server";
import { badRequest } from "./refusals.server";

const onceKey = z.string().regex(/^[0-9a-z]{1,40}$/);

export interface ReadPlan {
  order: PlanOrder | null;
  onceKey: string;
  course: string;
  unit: string;
  problems: PlanProblem[];
  typed: Record<string, string>;
}

/** Fields of a form as text, without files. */
export async function typedFields(request: Request): Promise<{ sent: FormData; typed: Record<string, string> }> {
  const sent = await request.formData();
  return {
    sent,
    typed: Object.fromEntries([...sent].filter((entry): entry is [string, string] => typeof entry[1] === "string")),
  };
}

/** The hidden key of a form. @throws a 400 answer where it is none of ours */
export function readOnceKey(typed: Record<string, string>): string {
  const key = onceKey.safeParse(typed.onceKey);
  if (!key.success) throw badRequest();
  return key.data;
}

/** The plan of a sitting as typed. @throws a 400 answer for what no page of ours sends */
export async function readPlanForm(request: Request): Promise<ReadPlan> {
  const { typed } = await typedFields(request);
  const key = readOnceKey(typed);
  const mode = z.enum(SITTING_MODES).safeParse(typed.mode);
  const roomCode = z.enum(["none", "keep", "new"]).safeParse(typed.code ?? "none");
  if (!mode.success || !roomCode.success) throw badRequest();
  const title = textValue(200).safeParse(typed.title ?? "");
  const place = textValue(200).safeParse(typed.place ?? "");
  const times = timesOfDay(typed.day ?? "", typed.opens ?? "", typed.closes ?? "");
  const problems: PlanProblem[] = [];
  if (!title.success) problems.push("title");
  if (!place.success) problems.push("place");
  if ("problems" in times) problems.push(...times.problems);
  const rest = { onceKey: key, course: typed.course ?? "", unit: typed.unit ?? "", typed };
  if (!title.success || !place.success || "problems" in times) return { order: null, problems, ...rest };
  return {
    order: {
      title: title.data,
      place: place.data,
      ...times,
      mode: mode.data,
      roomCode: roomCode.data,
      oneDevice: typed.oneDevice === "1",
      // of several who answer to a name the one that was picked
      invigilator: (typed.invigilatorCode || typed.invigilator || "").slice(0, 100),
    },
    problems,
    ...rest,
  };
}
