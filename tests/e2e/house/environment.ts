/** What this project reads from its environment; none of the developer's own settings may reach a test's server. */
const OWN_SETTINGS = ["DATABASE_URL", "PORT", "HOST", "PUBLIC_URL", "TRUST_PROXY", "SMTP_URL", "MAIL_FROM"];

/** The environment of a process that works on a test's own house. */
export function environmentOf(dataDirectory: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of OWN_SETTINGS) delete environment[name];
  return { ...environment, NODE_ENV: "production", DEMO: "1", DATA_DIR: dataDirectory, ...more };
}
