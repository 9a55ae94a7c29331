import "../database-for-test";
import { existsSync, readdirSync, utimesSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { keepFile, keptFile } from "~/documents/kept-files.server";
import { MOST_TRIES } from "~/domain/mail/mail-kind";
import { forgetOldLetters } from "~/jobs/forget-letters.server";
import { sendOutgoingMail } from "~/jobs/send-mail.server";
import { reader, recordChange, writeRows } from "~/models/database.server";
import { queueMail } from "~/models/mail/outgoing-mail.server";

const SENT = "2026-08-01T03:00:00.000Z";
/** on this day the letters have been kept for 90 days, on the next they are older */
const LAST_DAY = "2026-10-30T03:00:00.000Z";
const DAY_AFTER = "2026-10-31T03:00:00.000Z";

const letter = (key: string, files: string[] = [], at = SENT) =>
  writeRows((rows) =>
    queueMail(rows, {
      key,
      accountId: 7,
      to: `${key}@example.vn`,
      subject: `Thư ${key}`,
      text: `Kính gửi ${key}`,
      files: files.map((sha256) => ({ name: "bao-cao.xlsx", media_type: "application/octet-stream", sha256 })),
      notBefore: at,
      at,
    }),
  );
const row = async (key: string) => (await reader()).outgoing_mail.findUniqueOrThrow({ where: { key } });
const laidDown = () => readdirSync(path.join(process.env.DATA_DIR ?? "", "mail")).length;

/** Keeps bytes as if it had been done when the old letters were sent. */
async function oldFile(text: string): Promise<string> {
  const sha256 = await keepFile("mail-files", Buffer.from(text));
  utimesSync(keptFile("mail-files", sha256), new Date(SENT), new Date(SENT));
  return sha256;
}

let own: string;
let shared: string;

beforeAll(async () => {
  own = await oldFile("own");
  shared = await oldFile("shared");
  await letter("old", [own, shared]);
  expect(await sendOutgoingMail(() => SENT)).toBe(1);
  await letter("young", [shared], "2026-10-01T03:00:00.000Z");
  expect(await sendOutgoingMail(() => "2026-10-01T03:00:00.000Z")).toBe(1);
  await letter("given-up");
  await writeRows((rows) => rows.outgoing_mail.update({ where: { key: "given-up" }, data: { tries: MOST_TRIES } }));
  await letter("waiting");
});

describe("letters that are old", () => {
  it("are kept through their last day", async () => {
    expect(await forgetOldLetters(LAST_DAY)).toBe(0);
    expect((await row("old")).text).toBe("Kính gửi old");
    expect(laidDown()).toBe(2);
  });

  it("are forgotten after it, with the address, the files and what was laid down; their rows stay", async () => {
    expect(await forgetOldLetters(DAY_AFTER)).toBe(2);
    expect(await row("old")).toMatchObject({
      key: "old",
      account_id: 7,
      sent_at: SENT,
      created_at: SENT,
      recipient: "",
      subject: "",
      text: "",
      files: null,
    });
    expect(await row("given-up")).toMatchObject({ text: "", recipient: "", sent_at: null });
    expect(existsSync(keptFile("mail-files", own))).toBe(false);
    expect(laidDown()).toBe(1);
    // nothing of a letter that is younger, or that may still be sent
    expect(existsSync(keptFile("mail-files", shared))).toBe(true);
    expect(await row("young")).toMatchObject({ text: "Kính gửi young", recipient: "young@example.vn" });
    expect(await row("waiting")).toMatchObject({ text: "Kính gửi waiting" });
    expect(await forgetOldLetters(DAY_AFTER), "a second pass").toBe(0);
  });

  it("are neither written nor sent a second time", async () => {
    expect(await letter("old")).toBe(false);
    expect(await letter("given-up")).toBe(false);
    expect(await sendOutgoingMail(() => DAY_AFTER), "the one that waited, no other").toBe(1);
    expect((await row("old")).text).toBe("");
  });

  it("leave a file that was kept again meanwhile, for a letter that is about to be written", async () => {
    const again = await oldFile("again");
    await letter("first", [again]);
    await sendOutgoingMail(() => SENT);
    await keepFile("mail-files", Buffer.from("again"));
    expect(await forgetOldLetters(DAY_AFTER)).toBe(1);
    expect(existsSync(keptFile("mail-files", again))).toBe(true);
  });

  it("are kept as many days as has been agreed on", async () => {
    await letter("recent", [], "2026-10-20T03:00:00.000Z");
    await sendOutgoingMail(() => "2026-10-20T03:00:00.000Z");
    await recordChange({ kind: "test", at: DAY_AFTER }, (rows, recorded_change) =>
      rows.setting.create({
        data: { key: "letter-days", value: "7", valid_from: "2026-10-31", recorded_change },
      }),
    );
    expect(await forgetOldLetters(DAY_AFTER)).toBe(2);
    expect(await row("recent")).toMatchObject({ text: "" });
    expect(await row("young")).toMatchObject({ text: "" });
  });
});
