import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { now, today } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { issueSlip } from "~/models/people/issue-slip.server";
import { slipTarget } from "~/models/people/slip-target.server";

type Arguments = Pick<LoaderFunctionArgs, "request" | "context" | "params">;

/** The viewer and the person of the address; to anyone who may not print a slip for them, the page does not exist. */
async function permitted({ request, context, params }: Arguments) {
  const viewer = await requirePower(request, context, "reset-password");
  const target = await slipTarget(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!target) throw notFound();
  return { viewer, target };
}

export async function loader(given: LoaderFunctionArgs) {
  const { target } = await permitted(given);
  const { personId, fullName, staffCode, unit } = target;
  const title = await pageTitle(given.request, given.context, "people:slip.title");
  return { title, person: { personId, fullName, staffCode, unit } };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, target } = await permitted(given);
  const { address, expiresAt, mail } = await issueSlip(viewer, target, now());
  const until = `${showTime(expiresAt)} ${showCivilDate(civilDateOf(expiresAt))}`;
  return data({ address, until, mail, email: mail === "sent" ? target.email : null });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Slip() {
  const { person } = useLoaderData<typeof loader>();
  const slip = useActionData<typeof action>();
  const { t } = useTranslation();
  const values = { name: person.fullName, code: person.staffCode, unit: person.unit };
  if (!slip) {
    return (
      <main id="main" className="narrow">
        <PageTitle title={t("people:slip.title")} lead={t("people:slip.ask", values)} meta={t("people:slip.what")} />
        <Form method="post" reloadDocument>
          <div className="row">
            <Button icon="lock">{t("people:slip.submit")}</Button>
            <LinkButton href="/people" variant="secondary">
              {t("people:slip.cancel")}
            </LinkButton>
          </div>
        </Form>
      </main>
    );
  }
  return (
    <main id="main" className="wrap">
      <div className="no-print">
        <PageTitle
          title={t("people:slip.ready")}
          lead={t("people:slip.once")}
          meta={slip.mail === "none" ? undefined : t(`people:slip.mail.${slip.mail}`, { email: slip.email })}
          actions={<PrintButton />}
        />
      </div>
      <article className="report" aria-label={t("people:slip.sheet")}>
        <h2>{t("people:slip.sheet")}</h2>
        <p>{t("people:slip.for", values)}</p>
        <p>{t("people:slip.open")}</p>
        <p>
          <b>{slip.address}</b>
        </p>
        <p>{t("people:slip.until", { until: slip.until })}</p>
        <p className="report-source">{t("people:slip.keep")}</p>
      </article>
      <div className="no-print section-s">
        <Note icon="info" title={t("people:slip.handTitle")}>
          <p>{t("people:slip.hand")}</p>
        </Note>
      </div>
    </main>
  );
}
