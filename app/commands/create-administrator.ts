import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { now } from "~/config/clock.server";
import { databaseUrl, publicUrl } from "~/config/environment.server";
import { EMPLOYMENTS } from "~/domain/people/people-batch";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { issuePasswordSlip } from "~/models/access/accounts.server";
import {
  AdministratorRefused,
  administratorAccount,
  createAdministrator,
} from "~/models/access/create-administrator.server";
import { disconnect } from "~/models/database.server";

const USAGE = `npm run admin:create -- --code VSS-90001 --name "Họ Tên" [--email …] [--unit …] [--employment …] [--document "…"]
npm run admin:create -- --code VSS-90001 --new-link     (a new link for an administrator who is on record)`;

const optionsSchema = z.strictObject({
  code: z
    .string("--code is missing: the staff code, e.g. VSS-90001")
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9./-]{1,31}$/, "--code: 2 to 32 letters, digits, dots, slashes or hyphens"),
  name: z
    .string()
    .normalize("NFC")
    .transform((text) => text.trim().replace(/\s+/g, " "))
    .pipe(z.string().regex(/^\p{L}[\p{L}\p{M}'’.\- ]{1,99}$/u, "--name: a full name of 2 to 100 letters"))
    .optional(),
  email: z.string().trim().toLowerCase().pipe(z.email("--email: no e-mail address")).optional(),
  unit: z.string().trim().min(1, "--unit: the key of a unit").optional(),
  employment: z.enum(EMPLOYMENTS, `--employment is one of ${EMPLOYMENTS.join(", ")}`).default("public-employee"),
  document: z
    .string()
    .trim()
    .min(1, "--document: what the permission rests on")
    .max(300)
    .default("npm run admin:create"),
  "new-link": z.boolean().default(false),
});

const REFUSALS: Record<AdministratorRefused["code"], (subject: string) => string> = {
  "no-units": () => "There are no units yet: `npm start` loads them from courses/organisation.",
  "unknown-unit": (key) => `--unit: there is no unit ${key} today; the keys stand in courses/organisation.`,
  "staff-code-taken": (code) => `--code: ${code} is on record already; for an administrator's new link add --new-link.`,
  "email-taken": (email) => `--email: ${email} belongs to someone else.`,
};

/** Prisma's code for a table that is not there. */
const TABLE_MISSING = "P2021";
const NOT_MIGRATED = "The database is not up to date: `npm start` brings it there.";

/** What is said in one line before the command ends. */
class Refusal extends Error {}

function readOptions(): z.infer<typeof optionsSchema> {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const person = { code: text, name: text, email: text, unit: text, employment: text, document: text };
  const options = { ...person, "new-link": flag };
  try {
    return optionsSchema.parse(parseArgs({ options }).values);
  } catch (error) {
    const reason = error instanceof z.ZodError ? error.issues[0]?.message : (error as Error).message.split("\n")[0];
    throw new Refusal(`${reason}\n\n${USAGE}`);
  }
}

/** Records the administrator, or finds the one who is there; returns the account. */
async function accountFor(options: z.infer<typeof optionsSchema>, at: string): Promise<number> {
  const { code, name, employment, document } = options;
  if (options["new-link"]) {
    const accountId = await administratorAccount(code);
    if (accountId === null) throw new Refusal(`--code: ${code} is no administrator.`);
    return accountId;
  }
  if (name === undefined) throw new Refusal(`--name is missing: the full name\n\n${USAGE}`);
  const wanted = { staffCode: code, fullName: name, employment, document };
  const { accountId, root } = await createAdministrator(
    { ...wanted, workEmail: options.email ?? null, unitKey: options.unit ?? null },
    at,
  );
  console.log(`${code}, ${name}: administrator of ${root} from ${showCivilDate(civilDateOf(at))}.`);
  return accountId;
}

async function run(): Promise<void> {
  if (process.argv.includes("--help")) return console.log(USAGE);
  const options = readOptions();
  if (!existsSync(databaseUrl().replace(/^file:/, ""))) {
    throw new Refusal(`There is no database yet: ${databaseUrl()}. \`npm start\` makes one.`);
  }
  const at = now();
  const { token, expiresAt } = await issuePasswordSlip(await accountFor(options, at), null, at);
  console.log(`The password is set here, once, until ${showCivilDate(civilDateOf(expiresAt))}:`);
  console.log(`${publicUrl()}/slip/${token}`);
}

try {
  await run();
} catch (error) {
  if (error instanceof Refusal) console.error(error.message);
  else if (error instanceof AdministratorRefused) console.error(REFUSALS[error.code](error.subject));
  else if ((error as { code?: string }).code === TABLE_MISSING) console.error(NOT_MIGRATED);
  else throw error;
  process.exitCode = 1;
} finally {
  await disconnect();
}
