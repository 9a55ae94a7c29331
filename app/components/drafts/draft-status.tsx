import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../icon";
import type { Tone } from "../tone";
import type { DraftState } from "./send-draft";

/** The proof that what is written is safe, or what stands in its way. `savedAt`: what the page was opened with. */
export function DraftStatus({
  state,
  savedAt,
  here,
}: {
  state: DraftState | null;
  savedAt: string | null;
  here: string;
}) {
  const { t } = useTranslation();
  if (state === null || state.line === "saved") {
    const at = state?.at ?? savedAt;
    if (at === null) return <Line icon="info" words={t("tasks:draft.nothing")} />;
    return <Line icon="check" tone="ok" words={t("tasks:draft.saved", { at })} />;
  }
  if (state.line === "saving") return <Line icon="clock" words={t("tasks:draft.saving")} />;
  if (state.line === "offline") return <Line icon="alert" tone="warn" words={t("tasks:draft.offline")} />;
  if (state.line === "closed") return <Line icon="alert" tone="bad" words={t("tasks:draft.closed")} />;
  return (
    <Line
      icon="alert"
      tone="bad"
      words={
        <>
          {t("tasks:draft.signedOut")}{" "}
          <a href={`/login?${new URLSearchParams({ back: here })}`}>{t("tasks:draft.signIn")}</a>
        </>
      }
    />
  );
}

function Line({ icon, tone, words }: { icon: IconName; tone?: Tone; words: ReactNode }) {
  return (
    <p className="draft-line" role="status" data-tone={tone}>
      <Icon name={icon} />
      <span>{words}</span>
    </p>
  );
}
