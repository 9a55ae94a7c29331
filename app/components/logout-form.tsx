import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant } from "./button";
import { Note } from "./note";

/** Whether answers of an exam may wait on this device: see components/exam/waiting-mark. */
function mayWait(): boolean {
  try {
    return localStorage.getItem("cau-noi-exam") !== null;
  } catch {
    return false;
  }
}

/**
 * The way out. Where answers of an exam wait on this device, they are sent first; what cannot be sent is said before one goes. It
 * stays on the device in any case, readable for nobody else.
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
    if (left > 0 || !mayWait()) return;
    event.preventDefault();
    const form = event.currentTarget;
    const { drainWaiting } = await import("./exam/drain-waiting");
    const waiting = await drainWaiting().catch(() => 0);
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
