import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { reportFilterSchema } from "~/domain/statistics/report-filter";
import { disconnect } from "~/models/database.server";
import { EXAM_REPORTS, makeReport, reportFile } from "~/models/statistics/exam-report.server";

/** Computes one report of a course's exam in a process of its own, so that the site answers meanwhile. The server starts it. */
const orderSchema = z.object({
  kind: z.enum(EXAM_REPORTS),
  course: z.string().min(1),
  filter: z.string().transform((text) => reportFilterSchema.parse(JSON.parse(text))),
  at: z.iso.datetime(),
});

const text = { type: "string" } as const;
const { kind, course, filter, at } = orderSchema.parse(
  parseArgs({ options: { kind: text, course: text, filter: text, at: text } }).values,
);
const order = { kind, courseSlug: course, filter };
try {
  await makeReport(order, at);
} finally {
  await rm(`${reportFile(order)}.working`, { force: true });
  await disconnect();
}
