import { lastDayOf } from "~/domain/certification/certificate-status";
import { type ReminderStage, remindersDue } from "~/domain/reminders/reminders-due";
import { type CivilDate, civilDateOf, type Instant } from "~/domain/time/civil-date";
import { reader, writeRows } from "../database.server";
import { type MailAddress, mailAddresses } from "../mail/mail-address.server";
import { mailChoices } from "../mail/mail-choices.server";
import { queueMail } from "../mail/outgoing-mail.server";
import { whenToSend } from "../mail/when-to-send.server";
import { type PersonToRemind, peopleToRemind } from "./certificates-to-remind-of.server";
import { hrOfUnits } from "./hr-of-units.server";
import type { Reminder } from "./reminder.server";
import { reminderLetter } from "./reminder-letter.server";

/**
 * Reminds holders and their HR officers of certificates that end: of each stage once, whichever process comes first and however often.
 * After a pause of any length each hears of the latest stage alone. @returns how many reminders were written
 */
export async function remindEveryone(at: Instant): Promise<number> {
  const today = civilDateOf(at);
  const hrOf = await hrOfUnits(today);
  const byAccount = new Map<number, Reminder[]>();
  for await (const people of peopleToRemind(today)) {
    const sent = await sentTo(people);
    for (const person of people) {
      const add = (accountId: number, audience: Reminder["audience"]) => {
        const own = byAccount.get(accountId) ?? [];
        own.push(...remindersFor(person, audience, today, sent.get(accountId)));
        if (own.length > 0) byAccount.set(accountId, own);
      };
      if (person.accountId !== null) add(person.accountId, "holder");
      for (const hr of hrOf(person.unitId)) if (hr !== person.accountId) add(hr, "hr");
    }
  }
  const [addresses, notBefore] = await Promise.all([mailAddresses([...byAccount.keys()], today), whenToSend(at)]);
  let written = 0;
  for (const [accountId, reminders] of byAccount) {
    const address = addresses.get(accountId);
    if (address) written += await remindAccount(address, reminders, { at, notBefore });
  }
  return written;
}

type Stages = Map<number, ReminderStage[]>;

function remindersFor(
  person: PersonToRemind,
  audience: Reminder["audience"],
  today: CivilDate,
  sent: Stages | undefined,
): Reminder[] {
  return remindersDue(person.certificates, today, sent ?? new Map()).flatMap((due) => {
    const certificate = person.certificates.find(({ id }) => id === due.certificateId);
    const lastDay = lastDayOf(certificate?.validUntil ?? null);
    if (!certificate || !lastDay) return [];
    const { publicId, programme } = certificate;
    return [
      { ...due, audience, certificate: publicId, programme, lastDay, person: person.publicId, name: person.name },
    ];
  });
}

/** The stages that accounts were reminded of already, by account and certificate. */
async function sentTo(people: readonly PersonToRemind[]): Promise<Map<number, Stages>> {
  const client = await reader();
  const ids = people.flatMap(({ certificates }) => certificates.map(({ id }) => id));
  const rows = await client.$queryRaw<{ account_id: bigint; certificate_id: bigint; stage: ReminderStage }[]>`
    SELECT r.account_id, r.certificate_id, r.stage
    FROM json_each(${JSON.stringify(ids)}) j JOIN reminder r ON r.certificate_id = j.value`;
  const byAccount = new Map<number, Stages>();
  for (const row of rows) {
    const stages: Stages = byAccount.get(Number(row.account_id)) ?? new Map();
    stages.set(Number(row.certificate_id), [...(stages.get(Number(row.certificate_id)) ?? []), row.stage]);
    byAccount.set(Number(row.account_id), stages);
  }
  return byAccount;
}

/** In one transaction: what was not written yet, and one letter about all of it. */
async function remindAccount(
  address: MailAddress,
  reminders: readonly Reminder[],
  { at, notBefore }: { at: Instant; notBefore: Instant },
): Promise<number> {
  const { accountId, email } = address;
  const byMail = email !== null && (await mailChoices(accountId)).reminders;
  const letterOf = await reminderLetter(address, civilDateOf(at));
  return writeRows(async (rows) => {
    const list = JSON.stringify(reminders);
    const insert = (channel: "page" | "mail") => rows.$queryRaw<
      { id: bigint; certificate_id: bigint; stage: string }[]
    >`
      INSERT INTO reminder (certificate_id, account_id, audience, stage, channel, due_on, at)
      SELECT json_extract(value, '$.certificateId'), ${accountId}, json_extract(value, '$.audience'),
        json_extract(value, '$.stage'), ${channel}, json_extract(value, '$.dueOn'), ${at}
      FROM json_each(${list}) WHERE true
      ON CONFLICT DO NOTHING RETURNING id, certificate_id, stage`;
    const shown = await insert("page");
    if (!byMail || email === null) return shown.length;
    const posted = await insert("mail");
    const told = reminders.filter(({ certificateId, stage }) =>
      posted.some((row) => Number(row.certificate_id) === certificateId && row.stage === stage),
    );
    const [first] = posted;
    if (first && told.length > 0)
      await queueMail(rows, { key: `reminder:${first.id}`, accountId, to: email, ...letterOf(told), notBefore, at });
    return shown.length;
  });
}
