import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { MAIL_KINDS } from "~/domain/mail/mail-kind";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { mailAddresses } from "~/models/mail/mail-address.server";
import { chooseMail, mailChoices } from "~/models/mail/mail-choices.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "exports:choices.title"),
    choices: await mailChoices(accountId),
    email: (await mailAddresses([accountId], today())).get(accountId)?.email ?? null,
    done: readDone(request, ["chosen"]),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const chosen = (await request.formData()).getAll("kind");
  const wanted = Object.fromEntries(MAIL_KINDS.map((kind) => [kind, chosen.includes(kind)]));
  await chooseMail(viewer.accountId, wanted, now());
  return redirect("/account/mail?done=chosen");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function MailChoices() {
  const { choices, email, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("access:account.title"), href: "/account" }, { label: t("exports:choices.title") }]} />
      {done && (
        <Toast tone="ok" closeHref="/account/mail">
          {t("exports:choices.saved")}
        </Toast>
      )}
      <PageTitle
        title={t("exports:choices.title")}
        lead={email ? t("exports:choices.lead", { email }) : t("exports:choices.noAddress")}
      />
      <Form method="post" className="flow">
        <Choices legend={t("exports:choices.legend")} hint={t("exports:choices.hint")}>
          {MAIL_KINDS.map((kind) => (
            <Choice
              key={kind}
              type="checkbox"
              name="kind"
              value={kind}
              defaultChecked={choices[kind]}
              note={t(`exports:choices.note.${kind}`)}
            >
              {t(`exports:choices.kind.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <Button stretch>{t("exports:choices.submit")}</Button>
      </Form>
    </main>
  );
}
