import { disconnect } from "~/models/database.server";
import { wasRecorded } from "~/models/recorded-acts.server";
import { DEMO_ACCOUNTS, DEMO_ACCOUNTS_KEY, DEMO_PASSWORD } from "../../prisma/demo/accounts";

/** Said once the server listens: the address, and who can sign in. */
console.log(`\nCầu Nối: http://localhost:${process.env.LISTENING_PORT}\n`);
if (await wasRecorded(DEMO_ACCOUNTS_KEY)) {
  console.log(`Demo accounts (invented people; password of all: ${DEMO_PASSWORD})`);
  for (const { staffCode, shows } of DEMO_ACCOUNTS) console.log(`  ${staffCode}  ${shows}`);
} else {
  console.log("No demo data. The first administrator: npm run admin:create -- --help");
}
await disconnect();
