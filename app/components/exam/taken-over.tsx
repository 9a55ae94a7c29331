import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { Note } from "../note";

/** The exam allows one device, and it goes on at another one: the way to take it back. */
export function TakenOver({ publicId }: { publicId: string }) {
  const { t } = useTranslation();
  return (
    <Note tone="warn" title={t("exam:elsewhere.title")} icon="alert">
      <p>{t("exam:elsewhere.text")}</p>
      {/* the document loads anew, with the answers of the other device */}
      <form method="post" action={`/attempts/${publicId}/claim`}>
        <Button>{t("exam:elsewhere.claim")}</Button>
      </form>
    </Note>
  );
}
