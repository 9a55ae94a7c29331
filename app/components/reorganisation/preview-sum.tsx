import { useTranslation } from "react-i18next";
import type { PreviewSum as Sum } from "~/domain/organisation/preview-turns";

const COUNTED = ["renamed", "moved", "reclassified", "levels", "areas", "people"] as const;
const LEFT = ["vacantFocal", "doubledFocal", "vacantPosts", "withoutPost"] as const;

/** What a reorganisation comes to, in one sentence. */
export function PreviewSum({ sum }: { sum: Sum }) {
  const { t } = useTranslation();
  const units =
    sum.ended > 0 && sum.begun > 0
      ? [
          t(sum.merged && sum.begun === 1 ? "reorganisation:sum.merged" : "reorganisation:sum.turned", {
            count: sum.ended,
            begun: sum.begun,
          }),
        ]
      : [
          ...(sum.ended > 0 ? [t("reorganisation:sum.ended", { count: sum.ended })] : []),
          ...(sum.begun > 0 ? [t("reorganisation:sum.begun", { count: sum.begun })] : []),
        ];
  const parts = [
    ...units,
    ...[...COUNTED, ...LEFT]
      .filter((kind) => sum[kind] > 0)
      .map((kind) => t(`reorganisation:sum.${kind}`, { count: sum[kind] })),
  ];
  return parts.length === 0 ? t("reorganisation:sum.nothing") : `${parts.join("; ")}.`;
}
