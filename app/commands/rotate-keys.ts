import { parseArgs } from "node:util";
import { now } from "~/config/clock.server";
import type { KeyUse } from "~/documents/proof/key-files.server";
import { publishedKeys, rotateKey } from "~/models/certification/signing-keys.server";
import { disconnect } from "~/models/database.server";

const USAGE = `npm run keys:rotate -- [--of documents|credentials]
Begins a new key for each use, or for the one that is named. What the keys before have signed stays valid.`;

/** The named use, or both; null for anything else. */
function readUses(): KeyUse[] | null {
  try {
    const { of } = parseArgs({ options: { of: { type: "string" } } }).values;
    if (of === undefined) return ["documents", "credentials"];
    return of === "documents" || of === "credentials" ? [of] : null;
  } catch {
    return null;
  }
}

const uses = readUses();
try {
  if (uses === null) {
    console.error(USAGE);
    process.exitCode = 1;
  } else {
    for (const use of uses) await rotateKey(use, now());
    for (const { use, keyId, retiredAt } of await publishedKeys()) {
      console.log(`${use.padEnd(11)} ${keyId} ${retiredAt ? `retired ${retiredAt}` : "in use"}`);
    }
  }
} finally {
  await disconnect();
}
