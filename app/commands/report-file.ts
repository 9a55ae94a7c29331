import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type FileRequest, makeReportFile } from "~/jobs/make-report-file.server";
import { loadViewer } from "~/models/access/viewers.server";
import { disconnect } from "~/models/database.server";

/** Makes one report's file in a process of its own, with the reach that its account has at this moment. The server starts it. */
const given = z.object({
  account: z.coerce.number().int(),
  // written by the server itself a moment ago
  request: z.string().transform((text) => JSON.parse(text) as FileRequest),
  to: z.string().min(1),
});

const text = { type: "string" } as const;
const { account, request, to } = given.parse(parseArgs({ options: { account: text, request: text, to: text } }).values);
try {
  const viewer = await loadViewer(account, request.order.query.today, false);
  const made = viewer && (await makeReportFile(viewer, request, to));
  await writeFile(`${to}.json`, JSON.stringify(made));
} finally {
  await disconnect();
}
