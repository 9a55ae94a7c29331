import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { now } from "~/config/clock.server";
import { fileOrRefusal } from "~/http/file-or-refusal.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { takePlace } from "~/models/marking/take-place.server";

const id = z.coerce.number().int().positive();
const form = z.object({
  kind: z.enum(["task", "item", "appeal"]),
  question: z.union([z.literal("").transform(() => null), id]),
  course: id,
});

/** Takes the oldest work of a kind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const read = form.safeParse(Object.fromEntries(await request.formData()));
  if (!read.success) throw badRequest();
  const { kind, question, course } = read.data;
  const outcome = await takePlace(viewer, { kind, questionVersionId: question, courseId: course }, now());
  return redirect(outcome.ok ? `/marking/${outcome.place}` : `/marking?done=${outcome.refusal}`);
}

/** There is nothing to look at. */
export function loader(given: LoaderFunctionArgs) {
  return fileOrRefusal(given, () => Promise.reject(notFound()));
}
