import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";
import { Field } from "./field";
import { Note } from "./note";
import { Section } from "./section";

export type FileAnswer = "paper" | "signed-copy" | "credential" | "altered" | "unknown" | "missing" | "tooLarge";

const isProblem = (answer: FileAnswer | undefined): answer is "missing" | "tooLarge" =>
  answer === "missing" || answer === "tooLarge";

/** "Is this file what was issued?": a form that sends a file, and what came of it. `href`: the certificate that it is. */
export function CheckFile({ answer, href }: { answer: FileAnswer | undefined; href?: string }) {
  const { t } = useTranslation();
  return (
    <Section id="file-check" className="section" title={t("certificates:file.title")}>
      {answer && !isProblem(answer) && (
        <div role="status" className="section-s">
          <Note
            tone={answer === "altered" ? "bad" : answer === "unknown" ? "warn" : "ok"}
            icon={answer === "altered" ? "cross" : answer === "unknown" ? "alert" : "check"}
            title={t(`certificates:file.${answer}`)}
            level={3}
          >
            {href && <a href={href}>{t("certificates:file.see")}</a>}
          </Note>
        </div>
      )}
      <Form method="post" encType="multipart/form-data" reloadDocument className="section-s">
        <Field
          id="file"
          name="file"
          type="file"
          accept=".pdf,.jwt,application/pdf"
          label={t("certificates:file.label")}
          hint={t("certificates:file.hint")}
          errors={isProblem(answer) ? [t(`certificates:file.${answer}`)] : undefined}
          required
        />
        <p className="section-s">
          <Button variant="secondary" stretch>
            {t("certificates:file.submit")}
          </Button>
        </p>
      </Form>
    </Section>
  );
}
