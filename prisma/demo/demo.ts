import type { Instant } from "~/domain/time/civil-date";
import { loadDemoAccounts } from "./accounts";
import { loadDemoAuthority } from "./authority";
import { loadDemoCertificates } from "./certificates";
import { loadDemoDecisions } from "./decisions";
import { loadDemoPeople } from "./people";
import { loadDemoPracticeLog } from "./practice-log";

type Step = <T>(title: string, work: () => Promise<T>) => Promise<T>;

/** The whole demo: invented people, accounts one per role, decisions, certificates of earlier years. Once. */
export async function loadDemo(at: Instant, step: Step): Promise<void> {
  const people = await step("Demo: people and posts", () => loadDemoPeople(at));
  await step("Demo: accounts", () => loadDemoAccounts(people, at));
  await step("Demo: standing decisions", () => loadDemoDecisions(at));
  await step("Demo: signatory and who waits", () => loadDemoAuthority(people, at));
  await step("Demo: certificates of earlier years", () => loadDemoCertificates(people, at));
  await step("Demo: practice log", () => loadDemoPracticeLog(at));
}
