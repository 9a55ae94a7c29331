import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant } from "./button";
import { draftMarks } from "./drafts/draft-marks";
import { attemptMarks } from "./exam/waiting-mark";
import { Note } from "./note";

/**
 * The way out. What waits on this device is sent first; what cannot be sent is said before one goes. It stays on the device in any
 * case, readable for nobody else.
 */
export function LogoutForm({
  everywhere = false,
  variant,
  label,
}: {
  /** ends all sessions of the account */
  everywhere?: boolean;
  variant: ButtonVariant;
  label: string;
}) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(0);

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (left > 0 || attemptMarks.all().length + draftMarks.all().length === 0) return;
    event.preventDefault();
    const form = event.currentTarget;
    const { sendWaiting } = await import("./send-waiting");
    const waiting = await sendWaiting().catch(() => 0);
    if (waiting === 0) form.submit();
    else setLeft(waiting);
  }

  return (
    <form method="post" action="/logout" onSubmit={onSubmit}>
      {everywhere && <input type="hidden" name="everywhere" value="yes" />}
      <div role="status">
        {left > 0 && (
          <Note tone="warn" title={t("access:account.waitingTitle", { count: left })} icon="alert" level={3}>
            <p>{t("access:account.waiting")}</p>
            <p>
              <Button type="button" variant="secondary" onClick={() => setLeft(0)}>
                {t("access:account.stay")}
              </Button>
            </p>
          </Note>
        )}
      </div>
      <Button variant={variant}>{left > 0 ? t("access:account.logoutAnyway") : label}</Button>
    </form>
  );
}
