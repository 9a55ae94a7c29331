import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "../button";
import { Row, Rows } from "../rows";
import { Section } from "../section";
import { Toast } from "../toast";

/** The viewer's own questions under their names, each to open again or to remove. */
export function SavedViews({ views }: { views: readonly { id: string; name: string; address: string }[] }) {
  const { t } = useTranslation();
  return (
    <Section className="section" title={t("reports:views.title")} meta={t("reports:views.meta")}>
      {views.length === 0 && <p className="section-s">{t("reports:views.none")}</p>}
      <Rows>
        {views.map(({ id, name, address }) => (
          <Row
            key={id}
            title={name}
            href={address}
            end={
              <Form method="post" action={`/reports/views/${id}/remove`}>
                <input type="hidden" name="act" value="remove" />
                <Button variant="secondary" aria-label={t("reports:views.removeNamed", { name })}>
                  {t("reports:views.remove")}
                </Button>
              </Form>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}

/** What has become of a saved question; a removed one comes back by a button. */
export function ViewToast({
  done,
  removed,
}: {
  done: "view-saved" | "view-removed" | "view-restored" | null;
  removed: { id: string; name: string } | null;
}) {
  const { t } = useTranslation();
  if (!done) return null;
  return (
    <Toast tone="ok" closeHref="/reports">
      {t(`reports:views.done.${done}`, { name: removed?.name ?? "" })}
      {removed && (
        <Form method="post" action={`/reports/views/${removed.id}/remove`}>
          <input type="hidden" name="act" value="restore" />
          <Button variant="secondary">{t("reports:views.undo")}</Button>
        </Form>
      )}
    </Toast>
  );
}
