import { publicUrl } from "~/config/environment.server";
import { filterCertification } from "~/domain/reporting/certification-list";
import { isShort, peopleIn, placesOf } from "~/domain/reporting/heat-map";
import { mondayOf } from "~/domain/schedules/due-day";
import { type CivilDate, civilDateOf, type Instant, showCivilDate } from "~/domain/time/civil-date";
import { translators } from "~/i18n/translators.server";
import { loadViewer } from "../access/viewers.server";
import { reader, writeRows } from "../database.server";
import { type MailAddress, mailAddresses } from "../mail/mail-address.server";
import { mailChoices } from "../mail/mail-choices.server";
import { queueMail } from "../mail/outgoing-mail.server";
import { stopAddress } from "../mail/stop-link.server";
import { whenToSend } from "../mail/when-to-send.server";
import { organisationAsOf } from "../organisation/organisation-facts.server";
import { unitBasis } from "../reporting/report-basis.server";
import { partOf } from "../reporting/report-part.server";
import { holdersOfRole } from "./hr-of-units.server";

/** What a leader should know of a unit this week. */
interface Figures {
  unit: string;
  publicId: string;
  short: number;
  expiring: number;
  overdue: number;
}

/**
 * Writes each leader the week's letter on their units: gaps, certificates that end, what is overdue. Once a week though several
 * processes try; none where there is nothing to say. @returns how many letters were written
 */
export async function writeLeaderDigests(at: Instant): Promise<number> {
  const today = civilDateOf(at);
  const monday = mondayOf(today);
  const byUnit = await holdersOfRole("unit-leader", today);
  const unitsOf = new Map<number, number[]>();
  for (const [unit, accounts] of byUnit)
    for (const account of accounts) unitsOf.set(account, [...(unitsOf.get(account) ?? []), unit]);
  const waiting = await withoutLetter([...unitsOf.keys()], monday);
  const addresses = await mailAddresses(waiting, today);
  const notBefore = await whenToSend(at);
  let written = 0;
  for (const [accountId, address] of addresses) {
    const { email } = address;
    if (email === null || !(await mailChoices(accountId)).digest) continue;
    const figures = (await figuresOf(accountId, unitsOf.get(accountId) ?? [], today, address.language)).filter(
      ({ short, expiring, overdue }) => short + expiring + overdue > 0,
    );
    if (figures.length === 0) continue;
    const letter = letterOf(address, figures, today);
    const key = digestKey(accountId, monday);
    if (await writeRows((rows) => queueMail(rows, { key, accountId, to: email, ...letter, notBefore, at })))
      written += 1;
  }
  return written;
}

const digestKey = (accountId: number, monday: CivilDate) => `digest:${accountId}:${monday}`;

async function withoutLetter(accounts: readonly number[], monday: CivilDate): Promise<number[]> {
  const client = await reader();
  const written = await client.$queryRaw<{ account_id: bigint }[]>`
    SELECT m.account_id FROM json_each(${JSON.stringify(accounts.map((id) => digestKey(id, monday)))}) j
    JOIN outgoing_mail m ON m.key = j.value`;
  const done = new Set(written.map(({ account_id }) => Number(account_id)));
  return accounts.filter((id) => !done.has(id));
}

async function figuresOf(
  accountId: number,
  unitIds: readonly number[],
  today: CivilDate,
  language: "vi" | "en",
): Promise<Figures[]> {
  const viewer = await loadViewer(accountId, today, false);
  const organisation = await organisationAsOf(today);
  if (!viewer) return [];
  const all: Figures[] = [];
  for (const id of unitIds) {
    const unit = organisation.byId.get(id);
    if (!unit) continue;
    const basis = await unitBasis(viewer, "see-people", { asOf: today, today }, id);
    const part = partOf(basis, unit.publicId, language);
    if (!part?.unit) continue;
    const places = placesOf(basis.proven, basis.positions, { units: part.units, position: null });
    const rows = filterCertification(basis.certification, {
      units: part.units,
      position: null,
      programme: null,
      state: "all",
    });
    all.push({
      unit: part.unit.name,
      publicId: unit.publicId,
      short: peopleIn(places.filter(isShort)),
      expiring: rows.filter(({ state }) => state === "expiring").length,
      overdue: rows.filter(({ overdue }) => overdue).length,
    });
  }
  return all;
}

function letterOf(
  address: MailAddress,
  figures: readonly Figures[],
  today: CivilDate,
): { subject: string; text: string } {
  const { t } = translators[address.language];
  const units = figures.map((each) =>
    [
      each.unit,
      `- ${t("exports:digest.short", { count: each.short })}`,
      `- ${t("exports:digest.expiring", { count: each.expiring })}`,
      `- ${t("exports:digest.overdue", { count: each.overdue })}`,
      `  ${publicUrl()}/leader?unit=${each.publicId}`,
    ].join("\n"),
  );
  return {
    subject: t("exports:digest.subject", { date: showCivilDate(today) }),
    text: [
      t("exports:mail.greeting", { name: address.name }),
      t("exports:digest.lead", { date: showCivilDate(today) }),
      ...units,
      t("exports:mail.stop.digest", { address: stopAddress(address.publicId, "digest") }),
    ].join("\n\n"),
  };
}
