import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "../database-for-test";
import type { Viewer } from "~/domain/permissions/viewer";
import { addDays } from "~/domain/time/civil-date";
import { sendOutgoingMail } from "~/jobs/send-mail.server";
import { sendDueSchedules } from "~/jobs/send-schedules.server";
import { loadViewer } from "~/models/access/viewers.server";
import { reader, recordChange, writeRows } from "~/models/database.server";
import { takeJobTurn } from "~/models/mail/job-turn.server";
import { chooseMail, mailChoices } from "~/models/mail/mail-choices.server";
import { queueMail, takeMail, tellFailed } from "~/models/mail/outgoing-mail.server";
import { readStopLink, stopAddress, stopMail } from "~/models/mail/stop-link.server";
import { newPublicId } from "~/models/public-id.server";
import { writeLeaderDigests } from "~/models/reminders/leader-digest.server";
import { remindEveryone } from "~/models/reminders/remind.server";
import { putAsideReminders, remindersOf } from "~/models/reminders/reminders-of.server";
import { scheduleOf, schedulesOf } from "~/models/schedules/schedules-of.server";
import { endSchedule, setSchedule } from "~/models/schedules/set-schedule.server";
import { HOUSE_NOW, HOUSE_TODAY, openHouse } from "../../fixtures/a-house";
import { insertStaff } from "../../fixtures/staff";

/** A Friday, at nine in the morning. */
const AT = HOUSE_NOW;
const on = (day: string, hour = "02:00") => `${day}T${hour}:00.000Z`;

interface Someone {
  accountId: number;
  personId: number;
}
let unit: Awaited<ReturnType<typeof openHouse>>;
let holder: Someone;
let silent: Someone;
let hr: Someone;
let central: Someone;
let leader: Someone;

const viewerOf = async ({ accountId }: Someone, today = HOUSE_TODAY): Promise<Viewer> => {
  const viewer = await loadViewer(accountId, today, false);
  if (!viewer) throw new Error("no viewer");
  return viewer;
};

let papers = 0;
async function certify(
  { personId }: Someone,
  issuedOn: string,
  validUntil: string,
  programme = "foreign-information-focal",
) {
  papers += 1;
  const client = await reader();
  const version = await client.framework_version.findFirstOrThrow({ where: { kind: "certifications" } });
  return recordChange({ kind: "test", at: AT }, async (rows, changeId) => {
    const { id } = await rows.certificate.create({
      data: {
        public_id: newPublicId(),
        person_id: personId,
        programme,
        framework_version_id: version.id,
        serial: `X-${papers}`,
        code: "7KQ4M2XD",
        issued_on: issuedOn,
        valid_until: validUntil,
        unit_id: unit("bhxh-hung-yen-2025").id,
        face: "{}",
        recorded_change: changeId,
      },
    });
    return id;
  });
}

const mails = async () => (await reader()).outgoing_mail.findMany({ orderBy: { id: "asc" } });
const reminders = async () => (await reader()).reminder.findMany({ orderBy: { id: "asc" } });

beforeAll(async () => {
  unit = await openHouse();
  const staff = (code: string, key: string, position: string, role?: "hr-officer" | "unit-leader", email = true) =>
    insertStaff({
      staffCode: code,
      fullName: `Trần Thị ${code}`,
      workEmail: email ? `${code.toLowerCase()}@caunoi.example` : undefined,
      postings: [{ unitId: unit(key).id, position, from: "2026-01-01" }],
      grants: role ? [{ unitId: unit(key).id, role, from: "2026-01-01" }] : [],
    });
  holder = await staff("HOLDER", "bhxh-hung-yen-2025", "foreign-information-focal");
  silent = await staff("SILENT", "bhxh-thanh-hoa", "foreign-information-focal", undefined, false);
  hr = await staff("HR", "bhxh-hung-yen-2025", "hr-officer", "hr-officer");
  central = await staff("CENTRAL", "vss", "hr-officer", "hr-officer");
  leader = await staff("LEADER", "bhxh-hung-yen-2025", "leader", "unit-leader");
});

beforeEach(async () => {
  await recordChange({ kind: "test", at: AT }, async (rows) => {
    for (const table of ["outgoing_mail", "reminder", "certificate", "mail_choice", "report_sending", "job_turn"])
      await rows.$executeRawUnsafe(`DELETE FROM ${table}`);
    await rows.$executeRawUnsafe("DELETE FROM report_schedule");
  });
});

describe("reminders", () => {
  it("reach the holder and the nearest HR officer, on the page and by mail, once", async () => {
    const own = await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, 6));
    await certify(silent, "2024-12-15", addDays(HOUSE_TODAY, 25));
    expect(await remindEveryone(AT)).toBe(4);
    expect(
      (await reminders()).map((row) => [
        row.certificate_id === own,
        row.account_id,
        row.audience,
        row.stage,
        row.channel,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [true, holder.accountId, "holder", "7", "page"],
        [true, holder.accountId, "holder", "7", "mail"],
        [true, hr.accountId, "hr", "7", "page"],
        [true, hr.accountId, "hr", "7", "mail"],
        // no address: the page alone
        [false, silent.accountId, "holder", "30", "page"],
        // Thanh Hóa has no HR officer of its own
        [false, central.accountId, "hr", "30", "page"],
        [false, central.accountId, "hr", "30", "mail"],
      ]),
    );
    expect(await reminders()).toHaveLength(7);
    expect((await mails()).map(({ recipient }) => recipient).sort()).toEqual([
      "central@caunoi.example",
      "holder@caunoi.example",
      "hr@caunoi.example",
    ]);
    expect(await remindEveryone(on(HOUSE_TODAY, "03:00"))).toBe(0);
    expect(await mails()).toHaveLength(3);
  });

  it("come once though many processes write them at the same time", async () => {
    for (let day = 1; day <= 8; day += 1) await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, day), `p-${day}`);
    const written = await Promise.all(Array.from({ length: 6 }, () => remindEveryone(AT)));
    expect(written.reduce((sum, count) => sum + count, 0)).toBe(16);
    expect(await reminders()).toHaveLength(32);
    expect(await mails()).toHaveLength(2);
  });

  it("tell the latest stage alone after a pause, and nothing of what was renewed or revoked meanwhile", async () => {
    const ending = addDays(HOUSE_TODAY, 85);
    await certify(holder, "2025-02-13", ending);
    await remindEveryone(AT);
    // nobody ran anything for eleven weeks: 30 and 7 days passed unsaid
    const later = on(addDays(ending, 3));
    expect(await remindEveryone(later)).toBe(2);
    const stages = (await reminders()).filter(({ channel }) => channel === "page").map(({ stage }) => stage);
    expect(stages).toEqual(["90", "90", "lapsed", "lapsed"]);
    const page = await remindersOf(await viewerOf(holder), addDays(ending, 3), "vi");
    expect(page.map(({ stage }) => stage)).toEqual(["lapsed"]);

    const renewed = await certify(silent, "2024-12-15", addDays(HOUSE_TODAY, 25));
    await certify(silent, HOUSE_TODAY, addDays(HOUSE_TODAY, 700));
    const revoked = await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, 20), "ethics");
    await recordChange({ kind: "test", at: AT }, (rows, changeId) =>
      rows.certificate_event.create({
        data: { certificate_id: revoked, kind: "revoked", on_date: HOUSE_TODAY, recorded_change: changeId },
      }),
    );
    await remindEveryone(on(addDays(HOUSE_TODAY, 1)));
    const ids = (await reminders()).map(({ certificate_id }) => certificate_id);
    expect(ids).not.toContain(renewed);
    expect(ids).not.toContain(revoked);
  });

  it("show an HR officer nobody out of reach, and go when they are put aside", async () => {
    await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, 6));
    await remindEveryone(AT);
    const viewer = await viewerOf(hr);
    const shown = await remindersOf(viewer, HOUSE_TODAY, "en");
    expect(shown.map(({ audience, name }) => [audience, name])).toEqual([["hr", "Trần Thị HOLDER"]]);
    // the grant has ended since
    expect(await remindersOf({ ...viewer, grants: [] }, HOUSE_TODAY, "en")).toEqual([]);
    await putAsideReminders(await viewerOf(holder), shown[0]?.id ?? 0, AT);
    expect(await remindersOf(viewer, HOUSE_TODAY, "en")).toHaveLength(1);
    await putAsideReminders(viewer, shown[0]?.id ?? 0, AT);
    expect(await remindersOf(viewer, HOUSE_TODAY, "en")).toEqual([]);
  });

  it("wait out the night and the days off", async () => {
    await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, 6));
    // Friday, eleven in the evening
    await remindEveryone(on(HOUSE_TODAY, "16:00"));
    for (const mail of await mails()) expect(mail.not_before).toBe(on("2026-11-23", "00:00"));
    expect(await takeMail(on("2026-11-22", "05:00"))).toBeNull();
    expect(await takeMail(on("2026-11-23", "00:00"))).not.toBeNull();
  });

  it("are not sent by mail to whoever stopped it by the link in a letter", async () => {
    const client = await reader();
    const { public_id } = await client.account.findUniqueOrThrow({ where: { id: holder.accountId } });
    const token = stopAddress(public_id, "reminders").split("/").at(-1) ?? "";
    const link = await readStopLink(token);
    expect(link).toMatchObject({ accountId: holder.accountId, kind: "reminders" });
    for (const wrong of ["", "x", `${token}x`, token.replace("reminders", "digest"), token.slice(0, -1)])
      expect(await readStopLink(wrong)).toBeNull();
    if (link) await Promise.all([stopMail(link, AT), stopMail(link, AT)]);
    expect(await mailChoices(holder.accountId)).toEqual({ reminders: false, digest: true, reports: true });
    await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, 6));
    await remindEveryone(AT);
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(["hr@caunoi.example"]);
    expect(await remindersOf(await viewerOf(holder), HOUSE_TODAY, "vi")).toHaveLength(1);
  });
});

describe("the leader's letter", () => {
  it("comes once a week, and not where there is nothing to say", async () => {
    await Promise.all([writeLeaderDigests(AT), writeLeaderDigests(AT)]);
    const [first, ...more] = await mails();
    expect(more).toEqual([]);
    expect(first?.recipient).toBe("leader@caunoi.example");
    expect(first?.key).toBe(`digest:${leader.accountId}:2026-11-16`);
    expect(await writeLeaderDigests(on("2026-11-21"))).toBe(0);
    expect(await writeLeaderDigests(on("2026-11-25"))).toBe(1);
    await chooseMail(leader.accountId, { digest: false }, AT);
    expect(await writeLeaderDigests(on("2026-12-02"))).toBe(0);
  });
});

describe("scheduled reports", () => {
  const order = (more: object = {}) => ({
    recipientAccountId: hr.accountId,
    name: "Chứng nhận",
    address: "/hr/certification?state=all",
    format: "csv" as const,
    period: "weekly" as const,
    onceKey: newPublicId(),
    ...more,
  });
  const monday = "2026-11-23";

  it("hold what the recipient may see on the day, once though several processes send", async () => {
    const set = await setSchedule(await viewerOf(central), order(), AT);
    if (!set.ok) throw new Error(set.refusal);
    expect(await sendDueSchedules(AT)).toBe(0);
    const served = await Promise.all([sendDueSchedules(on(monday)), sendDueSchedules(on(monday))]);
    expect(served.sort()).toEqual([0, 1]);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    const [file] = JSON.parse(mail?.files ?? "[]") as { name: string; sha256: string }[];
    expect(file?.name).toBe("cau-noi-chung-nhan-2026-11-23.csv");
    const text = readFileSync(path.join(process.env.DATA_DIR ?? "", "mail-files", file?.sha256 ?? ""), "utf8");
    expect(text).toContain("Trần Thị HOLDER");
    // set by whoever sees the whole house; sent to whoever sees a province
    expect(text).not.toContain("Trần Thị SILENT");
    const shown = await scheduleOf(await viewerOf(hr), set.publicId, monday);
    expect(shown?.sendings.map(({ dueOn, outcome }) => [dueOn, outcome])).toEqual([[monday, "sent"]]);
    expect(shown?.next).toBe("2026-11-30");
    expect(await scheduleOf(await viewerOf(leader), set.publicId, monday)).toBeNull();
    expect(await endSchedule(await viewerOf(leader), set.publicId, on(monday))).toBe(false);
  });

  it("say why they were not sent: nobody in it, no reach, no address", async () => {
    await setSchedule(await viewerOf(central), order({ address: "/hr/certification?state=revoked" }), AT);
    await setSchedule(await viewerOf(central), order({ recipientAccountId: central.accountId }), AT);
    await setSchedule(await viewerOf(central), order({ recipientAccountId: leader.accountId }), AT);
    await chooseMail(leader.accountId, { reports: false }, AT);
    const client = await reader();
    const grants = await client.permission_grant.findMany({ where: { account_id: central.accountId } });
    const setGrants = (ended: boolean) =>
      recordChange({ kind: "test", at: AT }, (rows, changeId) =>
        rows.permission_grant.updateMany({
          where: { id: { in: grants.map(({ id }) => id) } },
          data: { retracted_change: ended ? changeId : null },
        }),
      );
    await setGrants(true);
    expect(await sendDueSchedules(on(monday))).toBe(3);
    await setGrants(false);
    const outcomes = await (await reader()).report_sending.findMany({ orderBy: { schedule_id: "asc" } });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["empty", "no-scope", "no-address"]);
    expect(await mails()).toEqual([]);
  });

  it("are set once by a form sent twice, refused for other addresses and people, and end", async () => {
    const viewer = await viewerOf(central);
    const once = order();
    const [first, second] = await Promise.all([setSchedule(viewer, once, AT), setSchedule(viewer, once, AT)]);
    expect(first).toEqual(second);
    expect(await schedulesOf(viewer, HOUSE_TODAY)).toHaveLength(1);
    expect(await setSchedule(viewer, order({ address: "/permissions" }), AT)).toEqual({
      ok: false,
      refusal: "address",
    });
    expect(await setSchedule(viewer, order({ recipientAccountId: holder.accountId }), AT)).toEqual({
      ok: false,
      refusal: "recipient",
    });
    if (!first.ok) throw new Error(first.refusal);
    expect(await endSchedule(await viewerOf(hr), first.publicId, AT)).toBe(true);
    expect(await endSchedule(viewer, first.publicId, AT)).toBe(true);
    expect(await sendDueSchedules(on(monday))).toBe(0);
    expect((await schedulesOf(viewer, HOUSE_TODAY))[0]?.next).toBeNull();
  });

  it("that missed weeks send one report, of today", async () => {
    await setSchedule(await viewerOf(central), order(), AT);
    expect(await sendDueSchedules(on("2026-12-23"))).toBe(1);
    expect(await (await reader()).report_sending.findMany()).toMatchObject([{ due_on: "2026-12-21" }]);
  });
});

describe("the post office", () => {
  const queue = (key: string, to = "ai@caunoi.example") =>
    writeRows((rows) =>
      queueMail(rows, { key, accountId: 1, to, subject: "Nhắc", text: "Kính gửi", notBefore: AT, at: AT }),
    );

  it("writes a letter once under its key", async () => {
    expect(await Promise.all([queue("a"), queue("a"), queue("a")])).toEqual(expect.arrayContaining([true, false]));
    expect(await mails()).toHaveLength(1);
  });

  it("tries again later and later, and gives up after some tries or for good", async () => {
    await queue("a");
    let at = AT;
    const waits: number[] = [];
    for (;;) {
      const mail = await takeMail(at);
      if (!mail) break;
      expect(await takeMail(at)).toBeNull();
      await tellFailed(mail.id, at, "connection refused", false);
      const [row] = await mails();
      waits.push(Math.round((Date.parse(row?.not_before ?? "") - Date.parse(at)) / 60_000));
      at = row?.not_before ?? "";
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
    await queue("b");
    const bad = await takeMail(AT);
    if (bad) await tellFailed(bad.id, AT, "550 no such user", true);
    expect(await takeMail(on("2027-01-01"))).toBeNull();
    expect((await mails()).map(({ problem }) => problem)).toEqual(["connection refused", "550 no such user"]);
  });

  it("takes over from a process that died over a letter, not before ten minutes", async () => {
    await queue("a");
    expect(await takeMail(AT)).not.toBeNull();
    expect(await takeMail(on(HOUSE_TODAY, "02:09"))).toBeNull();
    expect(await takeMail(on(HOUSE_TODAY, "02:10"))).not.toBeNull();
  });

  it("gives a turn to one of many", async () => {
    const turns = await Promise.all(Array.from({ length: 5 }, () => takeJobTurn("letters", AT, 60_000)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await takeJobTurn("letters", on(HOUSE_TODAY, "02:01"), 60_000)).toBe(true);
  });

  it("sends no letter twice though two processes send and write at once", async () => {
    for (let day = 1; day <= 6; day += 1) await certify(holder, "2024-12-15", addDays(HOUSE_TODAY, day), `p-${day}`);
    await setSchedule(
      await viewerOf(central),
      {
        recipientAccountId: hr.accountId,
        name: "Chứng nhận",
        address: "/people",
        format: "csv",
        period: "monthly",
        onceKey: newPublicId(),
      },
      AT,
    );
    for (let number = 0; number < 40; number += 1) await queue(`k${number}`, `${number}@caunoi.example`);
    const at = on("2026-12-01");
    const outbox = new Map<string, string>();
    const letters = Array.from({ length: 2 }, () => runLetters(at));
    const sent = Promise.all([sendOutgoingMail(() => at), sendOutgoingMail(() => at)]);
    const written = await Promise.all(letters);
    const counts = [...(await sent), await sendOutgoingMail(() => at)];
    const all = await mails();
    for (const { key } of all) outbox.set(key, key);
    expect(outbox.size).toBe(all.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(all.every(({ sent_at, tries }) => sent_at !== null && tries === 1)).toBe(true);
    // 6 programmes, the holder and HR, by page: each by one of the two
    expect(written.reduce((sum, { reminders: count }) => sum + count, 0)).toBe(12);
    expect(written.reduce((sum, { reports }) => sum + reports, 0)).toBe(1);
    // without a mail server each lies under DATA_DIR/mail
    const laid = readdirSync(path.join(process.env.DATA_DIR ?? "", "mail"));
    expect(laid.filter((name) => name.endsWith(".eml"))).toHaveLength(all.length);
  }, 120_000);
});

/** The real command, as the server starts it. */
function runLetters(at: string): Promise<{ reminders: number; digests: number; reports: number }> {
  expect(existsSync("app/commands/write-letters.ts")).toBe(true);
  const child = spawn(process.execPath, ["--import", "tsx", "app/commands/write-letters.ts", "--at", at], {
    stdio: ["ignore", "pipe", "inherit"],
    env: process.env,
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => {
    said += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve(JSON.parse(said)) : reject(new Error(`ended with ${code}`))));
  });
}
