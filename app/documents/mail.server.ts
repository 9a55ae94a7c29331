import { createTransport, type Transporter } from "nodemailer";
import { mailFrom, mailUrl } from "~/config/environment.server";

export interface Letter {
  to: string;
  subject: string;
  /** plain text; the house sends no HTML */
  text: string;
}

let transport: { url: string; transporter: Transporter } | null = null;

/** False where no mail server is set: then slips are printed instead. */
export function mailIsSet(): boolean {
  return mailUrl() !== null;
}

/**
 * Sends one letter and waits until the mail server has taken it.
 * @throws when no mail server is set (ask `mailIsSet` first), and when it refuses or cannot be reached
 */
export async function sendMail(letter: Letter): Promise<void> {
  const url = mailUrl();
  if (url === null) throw new Error("No mail server is set.");
  if (transport?.url !== url) transport = { url, transporter: createTransport(url) };
  const { to, subject, text } = letter;
  await transport.transporter.sendMail({ from: mailFrom(), to, subject, text });
}
