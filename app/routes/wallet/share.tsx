import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { CertificateBadge } from "~/components/certificate-badge";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { NoCertificates } from "~/components/wallet/no-certificates";
import { now, today } from "~/config/clock.server";
import { publicUrl } from "~/config/environment.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest } from "~/http/refusals.server";
import { readShareForm } from "~/http/share-form.server";
import { requireViewer } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { SHARE_DAYS, shareCertificates } from "~/models/wallet/shares.server";
import { walletOf } from "~/models/wallet/wallet.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const language = languageOf(request, viewer);
  return {
    title: await pageTitle(request, context, "wallet:share.title"),
    onceKey: newPublicId(),
    days: SHARE_DAYS,
    certificates: (await walletOf(viewer, today())).map(({ serial, programme, status }) => ({
      serial,
      programme: programme[language],
      status,
    })),
  };
}

/** The link is shown in the answer itself: only its hash is kept. Sent twice, it is the same one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const read = readShareForm(await request.formData());
  if (read.share === null) return data({ token: null, ...read }, { status: 400 });
  const token = await shareCertificates(viewer, { ...read.share, at: now() });
  if (token === null) throw badRequest();
  return data({ token, address: `${publicUrl()}/s/${token}`, days: read.share.days });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ShareCertificates() {
  const { onceKey, days, certificates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const crumbs = (
    <Crumbs items={[{ label: t("wallet:page.title"), href: "/wallet" }, { label: t("wallet:share.title") }]} />
  );
  if (answer && answer.token !== null) {
    return (
      <main id="main" className="narrow">
        {crumbs}
        <PageTitle title={t("wallet:share.made")} lead={t("wallet:share.madeText", { count: answer.days })} />
        <p className="section-s">
          <a className="share-link" href={`/s/${answer.token}`}>
            {answer.address}
          </a>
        </p>
        <p className="section-s">
          <LinkButton href="/wallet" variant="secondary">
            {t("wallet:share.back")}
          </LinkButton>
        </p>
      </main>
    );
  }
  if (certificates.length === 0) {
    return (
      <main id="main" className="wrap">
        {crumbs}
        <PageTitle title={t("wallet:share.title")} />
        <NoCertificates />
      </main>
    );
  }
  const wrong = answer?.problem ? t(`wallet:share.${answer.problem}`) : null;
  const typed = answer?.typed;
  return (
    <main id="main" className="narrow">
      {crumbs}
      {wrong && <ErrorSummary errors={[{ fieldId: "which", message: wrong }]} />}
      <PageTitle title={t("wallet:share.title")} lead={t("wallet:share.lead")} />
      <Form method="post" className="flow" reloadDocument>
        <input type="hidden" name="onceKey" value={typed?.onceKey ?? onceKey} />
        <Choices id="which" legend={t("wallet:share.which")} errors={wrong ? [wrong] : undefined}>
          <Choice name="which" value="in-force" defaultChecked={typed?.which !== "chosen"}>
            {t("wallet:share.inForce")}
          </Choice>
          <Choice name="which" value="chosen" defaultChecked={typed?.which === "chosen"}>
            {t("wallet:share.chosen")}
          </Choice>
        </Choices>
        <Choices legend={t("wallet:share.list")} legendAs="hint">
          {certificates.map(({ serial, programme, status }) => (
            <Choice
              key={serial}
              type="checkbox"
              name="serial"
              value={serial}
              defaultChecked={typed?.serials.includes(serial)}
              note={serial}
            >
              {programme} <CertificateBadge status={status} />
            </Choice>
          ))}
        </Choices>
        <SelectField
          id="days"
          name="days"
          label={t("wallet:share.days")}
          defaultValue={typed?.days ?? "30"}
          options={days.map((count) => ({ value: String(count), label: t("wallet:share.dayCount", { count }) }))}
        />
        <div className="row">
          <Button>{t("wallet:share.submit")}</Button>
          <LinkButton href="/wallet" variant="secondary">
            {t("wallet:share.cancel")}
          </LinkButton>
        </div>
      </Form>
      <p className="meta section-s">{t("wallet:share.public")}</p>
    </main>
  );
}
