import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

/** Opens the browser's print window. Without JavaScript there is no button, but the words that say how. */
export function PrintButton() {
  const { t } = useTranslation();
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return <p className="meta no-print">{t("hr:print.how")}</p>;
  return (
    <Button type="button" icon="print" onClick={() => window.print()}>
      {t("hr:print.button")}
    </Button>
  );
}
