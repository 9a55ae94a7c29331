import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { OrderAct, OrderRefusal } from "~/domain/enrolment/duty-order";
import { showCivilDate } from "~/domain/time/civil-date";
import { Button, LinkButton } from "./button";
import { Row, Rows } from "./rows";
import { Section } from "./section";

interface Someone {
  person: string;
  name: string;
  staffCode: string;
  place: string;
}

export interface OrderPreviewData {
  act: OrderAct;
  /** what the order says, in fields to send again */
  fields: readonly { name: string; value: string }[];
  assigned: string;
  reached: readonly (Someone & { before: string | null; after: string | null })[];
  refused: readonly (Someone & { because: OrderRefusal })[];
}

/** Whom an order reaches, from which day to which; whom it does not, and why. Confirmed as it stands here. */
export function DutyOrderPreview({ preview, back }: { preview: OrderPreviewData; back: string }) {
  const { t } = useTranslation();
  const { act, fields, reached, refused } = preview;
  const day = (date: string | null) => (date === null ? t("rules:duties.notAsked") : showCivilDate(date));
  return (
    <>
      <Form method="post" className="row">
        {fields.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        {reached.length > 0 && <Button>{t(`rules:duties.confirm.${act}`, { count: reached.length })}</Button>}
        <LinkButton href={back} variant="secondary">
          {t("rules:duties.back")}
        </LinkButton>
      </Form>
      <Section className="section" title={t("rules:duties.reached", { count: reached.length })} meta={preview.assigned}>
        <Rows>
          {reached.map((each) => (
            <Row
              key={each.staffCode}
              title={each.name}
              href={`/people/${each.person}`}
              meta={`${each.staffCode} · ${each.place}`}
              cells={[`${day(each.before)} → ${day(each.after)}`]}
            />
          ))}
        </Rows>
      </Section>
      {refused.length > 0 && (
        <Section
          className="section"
          title={t("rules:duties.refused", { count: refused.length })}
          meta={t("rules:duties.refusedMeta")}
        >
          <Rows>
            {refused.map((each) => (
              <Row
                key={each.staffCode}
                title={each.name}
                href={`/people/${each.person}`}
                meta={`${each.staffCode} · ${each.place}`}
                cells={[t(`rules:duties.because.${each.because}`)]}
              />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}
