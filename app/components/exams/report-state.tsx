import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Note } from "../note";

const ASK_EVERY_MS = 2_000;

/** How new a report is; while a newer one is being computed the page asks again by itself, without JavaScript by a link. */
export function ReportState({
  state,
  at,
  again,
}: {
  state: "current" | "working" | "failed";
  at: string | null;
  again: string;
}) {
  const { t } = useTranslation();
  const { revalidate, state: asking } = useRevalidator();
  useEffect(() => {
    if (state !== "working") return;
    const timer = setInterval(() => asking === "idle" && revalidate(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [state, asking, revalidate]);
  const computed = at && t("statistics:state.at", { time: showTime(at), date: showCivilDate(civilDateOf(at)) });
  if (state === "current") return <p className="meta">{computed}</p>;
  return (
    <Note tone={state === "failed" ? "bad" : "info"} title={t(`statistics:state.${state}`)}>
      <p role="status">
        {at ? t("statistics:state.older") : t("statistics:state.none")} {computed}
      </p>
      <p>
        <Anchor href={again}>{t("statistics:state.again")}</Anchor>
      </p>
    </Note>
  );
}
