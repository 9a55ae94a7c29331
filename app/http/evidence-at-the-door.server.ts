import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { now, today } from "~/config/clock.server";
import { evidenceArchive } from "~/documents/evidence-archive.server";
import type { EvidenceFile, EvidenceSubject } from "~/domain/evidence-file/evidence-file";
import { gatherEvidence } from "~/models/evidence-files/evidence-file.server";
import { findSubject } from "~/models/evidence-files/evidence-subject.server";
import { openTaking, takeEvidenceFile, takingsOf } from "~/models/evidence-files/take-evidence-file.server";
import { newPublicId } from "~/models/public-id.server";
import { textValue } from "./form-values.server";
import { pageTitle } from "./page-title.server";
import { notFound } from "./refusals.server";
import { readOnceKey, typedFields } from "./sitting-form.server";
import { requirePower } from "./viewer.server";

type Kind = EvidenceSubject["kind"];
type Given = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** The page of an evidence file: shut until the viewer has said what for; then, for the rest of the day, open to them. */
export async function evidencePage({ request, context, params }: Given, kind: Kind) {
  const { viewer, subject } = await atTheDoor({ request, context, params }, kind);
  const { searchParams } = new URL(request.url);
  const title = await pageTitle(request, context, "reports:evidence.titleOf", { title: subject.title });
  const taken = await openTaking(viewer, subject, Number(searchParams.get("taken") ?? 0) || 0, now());
  const shown = { id: subject.id, kind, title: subject.title };
  if (!taken)
    return { title, subject: shown, takings: await takingsOf(subject, now()), onceKey: newPublicId(), file: null };
  const { file } = await gatherEvidence(subject, taken, today());
  return { title, subject: shown, takings: [], onceKey: "", file: forScreen(file, searchParams.get("attempt")) };
}

/** On screen: of an exam day one attempt at a time, and the questions without all that only their editors read. */
function forScreen(file: EvidenceFile, attempt: string | null) {
  const { attempts, questions, ...rest } = file;
  const shown = file.of.kind === "certificate" ? attempts : attempts.filter(({ id }) => id === attempt);
  return {
    ...rest,
    attempts: shown.map(({ saves, ...each }) => ({ ...each, saves: saves.length })),
    results: attempts.map(({ id, score, max, passed, paperHash }) => ({ id, score, max, passed, paperHash })),
    questions: questions.map(({ id, key, hash, stem }) => ({ id, key, hash, stem })),
  };
}

export type ShownEvidence = ReturnType<typeof forScreen>;

/** Takes the file: noted, then open. */
export async function takeEvidence({ request, context, params }: ActionFunctionArgs, kind: Kind) {
  const viewer = await requirePower(request, context, "see-evidence-files");
  const { typed } = await typedFields(request);
  const onceKey = readOnceKey(typed);
  const purpose = textValue(200).safeParse(typed.purpose ?? "");
  const id = params.id ?? "";
  if (!purpose.success) {
    if (!(await findSubject(viewer, kind, id, today()))) throw notFound();
    return data({ wrong: true, purpose: typed.purpose ?? "" }, 400);
  }
  const change = await takeEvidenceFile(viewer, { kind, id }, { purpose: purpose.data, onceKey, at: now() });
  if (change === null) throw notFound();
  return redirect(`${evidencePath(kind, id)}?taken=${change}`);
}

/** The whole file as one archive, for whom it is open. */
export async function evidenceDownload(given: Given, kind: Kind): Promise<Response> {
  const { viewer, subject } = await atTheDoor(given, kind);
  const change = Number(new URL(given.request.url).searchParams.get("taken") ?? 0) || 0;
  const taken = await openTaking(viewer, subject, change, now());
  if (!taken) throw notFound();
  const { file, read } = await gatherEvidence(subject, taken, today());
  const { bytes, sha256 } = await evidenceArchive(file, read);
  const name = kind === "certificate" ? `ho-so-chung-cu-${subject.title}` : `ho-so-chung-cu-ky-thi-${subject.id}`;
  return new Response(bytes as BodyInit, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${name}.zip"`,
      "Cache-Control": "private, no-store",
      "X-Manifest-SHA256": sha256,
    },
  });
}

async function atTheDoor({ request, context, params }: Given, kind: Kind) {
  const viewer = await requirePower(request, context, "see-evidence-files");
  const subject = await findSubject(viewer, kind, params.id ?? "", today());
  if (!subject) throw notFound();
  return { viewer, subject };
}

function evidencePath(kind: Kind, id: string): string {
  return kind === "certificate" ? `/certificates/${id}/evidence` : `/exams/sittings/${id}/evidence`;
}
