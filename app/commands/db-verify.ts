import { disconnect } from "~/models/database.server";
import { verifyDatabase } from "~/models/verification/verify-database.server";

/** `npm run db:verify`: one line for each thing that was proven; ends with 1 where something is wrong. Writes nothing. */
try {
  let wrong = 0;
  for await (const finding of verifyDatabase()) {
    wrong += finding.wrong.length;
    console.log(`${finding.wrong.length === 0 ? "ok   " : "WRONG"} ${finding.name} (${finding.looked})`);
    for (const line of finding.wrong) console.log(`      ${line}`);
  }
  console.log(wrong === 0 ? "Everything is as the facts say." : `${wrong} things are wrong.`);
  process.exitCode = wrong === 0 ? 0 : 1;
} finally {
  await disconnect();
}
