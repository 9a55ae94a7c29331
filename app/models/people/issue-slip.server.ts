import { publicUrl } from "~/config/environment.server";
import { mailIsSet, sendMail } from "~/documents/mail.server";
import type { Viewer } from "~/domain/permissions/viewer";
import { civilDateOf, type Instant, showCivilDate, showTime } from "~/domain/time/civil-date";
import { translators } from "~/i18n/translators.server";
import { issuePasswordSlip } from "../access/accounts.server";
import type { SlipTarget } from "./slip-target.server";

export interface IssuedSlip {
  /** where the person sets a new password, once */
  address: string;
  expiresAt: Instant;
  /** by post: sent, refused by the mail server, or no way to send it */
  mail: "sent" | "failed" | "none";
}

/** Issues a one-time slip for a person whom `slipTarget` gave, and mails it where mail is set and there is an address. */
export async function issueSlip(viewer: Viewer, target: SlipTarget, at: Instant): Promise<IssuedSlip> {
  const { token, expiresAt } = await issuePasswordSlip(target.accountId, viewer.accountId, at, target.onBehalfOf);
  const address = `${publicUrl()}/slip/${token}`;
  return { address, expiresAt, mail: await mailSlip(target, address, expiresAt) };
}

/** Mails the address of a slip where mail is set and the person has an address. */
export async function mailSlip(
  target: Pick<SlipTarget, "email" | "language" | "fullName">,
  address: string,
  expiresAt: Instant,
): Promise<IssuedSlip["mail"]> {
  if (target.email === null || !mailIsSet()) return "none";
  const { t } = translators[target.language];
  const until = `${showTime(expiresAt)} ${showCivilDate(civilDateOf(expiresAt))}`;
  try {
    await sendMail({
      to: target.email,
      subject: t("people:slip.mailSubject"),
      text: t("people:slip.mailText", { name: target.fullName, address, until }),
    });
    return "sent";
  } catch (error) {
    // the printed slip stands: a mail server that is down takes nothing away
    console.error("A password slip could not be mailed:", error);
    return "failed";
  }
}
