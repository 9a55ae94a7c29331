import { parseArgs } from "node:util";
import { z } from "zod";
import { disconnect } from "~/models/database.server";
import { IMPORT_STEPS, runStep } from "~/models/imports/run-step.server";

/** Does one step of an import in a process of its own, so that the site answers meanwhile. The server starts it. */
const orderSchema = z.object({
  run: z.string().min(1),
  step: z.enum(IMPORT_STEPS),
  by: z.coerce.number().int(),
  at: z.iso.datetime(),
  "without-refused": z.boolean().default(false),
  named: z.boolean().default(false),
});

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const options = { run: text, step: text, by: text, at: text, "without-refused": flag, named: flag };
const order = orderSchema.parse(parseArgs({ options }).values);
// the server's clock is the clock: browser tests move it
const ahead = Date.parse(order.at) - Date.now();
try {
  await runStep({
    run: order.run,
    step: order.step,
    by: order.by,
    clock: () => new Date(Date.now() + ahead).toISOString(),
    withoutRefused: order["without-refused"],
    named: order.named,
  });
} finally {
  await disconnect();
}
