import { useTranslation } from "react-i18next";
import type { Place } from "~/domain/question-files/place";

/** Where in a file something stands: "ô D12, trang “Câu hỏi”". */
export function usePlace(): (place: Place) => string {
  const { t } = useTranslation();
  return (place) => {
    if (place.kind === "line") return t("bank:import.place.line", { line: place.line });
    if (place.kind === "cell") return t("bank:import.place.cell", { cell: place.cell, sheet: place.sheet });
    return t("bank:import.place.row", { question: place.question, row: place.row });
  };
}
