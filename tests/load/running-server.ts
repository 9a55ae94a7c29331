import { type ChildProcess, spawn } from "node:child_process";

export interface RunningServer {
  origin: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the production server on a free port, as `npm start` does; `options` are Node's own. */
export async function startServer(options: readonly string[] = []): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=64", ...options, "--import", "tsx", "app/commands/serve-production.ts"],
    {
      env: { ...process.env, PORT: "0", HOST: "127.0.0.1" },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (message: { listening?: number }) => message.listening && resolve(message.listening));
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      child.on("exit", () => resolve());
      child.kill("SIGTERM");
    });
  return { origin: `http://localhost:${port}`, process: child, stop };
}
