import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Progress } from "~/domain/imports/state";
import { PageTitle } from "../page-title";

const ASK_EVERY_MS = 1_500;

/** How far a long import is. The page asks again by itself, with and without JavaScript. */
export function ImportRunning({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => state === "idle" && revalidate(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
  const step = progress?.step === "writing" || progress?.step === "comparing" ? progress.step : "reading";
  const { done = 0, total = 0 } = progress ?? {};
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <PageTitle title={t(`imports:running.${step}`)} lead={t("imports:running.lead")} />
      <div role="status">
        <p className="section-s">
          {total > 0 && step === "comparing" ? t("imports:running.rows", { done, total }) : t("imports:running.moment")}
        </p>
      </div>
      <p className="meta">{t("imports:running.leave")}</p>
    </>
  );
}
