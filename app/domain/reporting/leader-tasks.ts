import type { FocalState } from "~/domain/certification/focal-state";

/** What stands in a unit today, in figures. */
export interface LeaderSituation {
  requests: { waiting: number; late: number };
  /** entries of practice logs that wait for the leader to confirm */
  practice: number;
  /** null: the unit needs no focal point */
  focal: FocalState | null;
  /** people whose date for a certificate has passed */
  overdue: number;
  /** posts that nobody holds, nor stands in for; days: of the longest */
  vacancies: { count: number; days: number };
  handovers: number;
  /** places where one certified person is left */
  lastCertified: number;
  /** posts that change hands too often */
  restless: number;
}

/** One thing that is expected of the leader; `count` says of how many. */
export type LeaderTask =
  | { kind: "requests"; count: number; late: number }
  | { kind: "practice"; count: number }
  | { kind: "focal"; state: "vacant" | "duplicate" | "held-uncertified" }
  | { kind: "overdue"; count: number }
  | { kind: "vacancies"; count: number; days: number }
  | { kind: "handovers"; count: number }
  | { kind: "lastCertified"; count: number }
  | { kind: "restless"; count: number };

/** What is expected of the leader today: those who wait for an answer first, then the network, people, posts, and what is at risk. */
export function leaderTasks(situation: LeaderSituation): LeaderTask[] {
  const { requests, practice, focal, overdue, vacancies, handovers, lastCertified, restless } = situation;
  const tasks: LeaderTask[] = [];
  if (requests.waiting > 0) tasks.push({ kind: "requests", count: requests.waiting, late: requests.late });
  if (practice > 0) tasks.push({ kind: "practice", count: practice });
  if (focal === "vacant" || focal === "duplicate" || focal === "held-uncertified")
    tasks.push({ kind: "focal", state: focal });
  if (overdue > 0) tasks.push({ kind: "overdue", count: overdue });
  if (vacancies.count > 0) tasks.push({ kind: "vacancies", ...vacancies });
  if (handovers > 0) tasks.push({ kind: "handovers", count: handovers });
  if (lastCertified > 0) tasks.push({ kind: "lastCertified", count: lastCertified });
  if (restless > 0) tasks.push({ kind: "restless", count: restless });
  return tasks;
}
