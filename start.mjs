// `npm start`: from a fresh clone to a running site. What is there already is used again.
import { spawn } from "node:child_process";
import { build, fail, install, requireDataDirectory, requireNode, run } from "./app/commands/steps.mjs";

requireNode();
requireDataDirectory();
// the operator's NODE_ENV decides on demo data; from here on everything runs as in production
const demo = process.env.DEMO ?? (process.env.NODE_ENV === "production" ? "0" : "1");

try {
  await install();
  const env = { NODE_ENV: "production", DEMO: demo };
  const command = (file) => [process.execPath, ["--import", "tsx", `app/commands/${file}`]];
  await run(...command("migrate.ts"), { env });
  await run(...command("prepare.ts"), { env });
  await build();
  // rendering makes much short-lived garbage: a larger young generation saves a tenth of the time
  const [node, args] = command("serve-production.ts");
  const server = spawn(node, ["--max-semi-space-size=64", ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  server.on("message", async ({ listening }) => {
    if (listening) await run(...command("welcome.ts"), { env: { ...env, LISTENING_PORT: String(listening) } });
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("exit", (code) => process.exit(code ?? 0));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
