import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Anchor } from "~/components/anchor";
import { Button } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { LogoutForm } from "~/components/logout-form";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { languageCookie } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { LANGUAGES } from "~/i18n/language";
import { saveDisplay } from "~/models/access/accounts.server";
import { sessionsOf } from "~/models/access/sessions.server";

const THEMES = ["system", "light", "dark"] as const;
const displayForm = z.object({ language: z.enum(LANGUAGES), theme: z.enum(THEMES) });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "access:account.title"),
    name: viewer.fullName,
    code: viewer.staffCode,
    language: viewer.language,
    theme: viewer.theme,
    saved: new URL(request.url).searchParams.get("saved") === "1",
    sessions: await sessionsOf(viewer.accountId),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = displayForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw badRequest();
  await saveDisplay(viewer, form.data, now());
  return redirect("/account?saved=1", { headers: { "Set-Cookie": languageCookie(form.data.language) } });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const LANGUAGE_NAMES = { vi: "Tiếng Việt", en: "English" } as const;

export default function Account() {
  const { name, code, language, theme, saved, sessions } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow flow-l">
      <div>
        {saved && (
          <Toast tone="ok" closeHref="/account">
            {t("access:account.saved")}
          </Toast>
        )}
        <PageTitle title={t("access:account.title")} lead={`${name}, ${code}`} />
        {/* the document loads anew, because language and theme are its own */}
        <Form method="post" className="flow" reloadDocument>
          <Choices legend={t("access:account.language")}>
            {LANGUAGES.map((each) => (
              <Choice key={each} name="language" value={each} defaultChecked={each === language}>
                <span lang={each}>{LANGUAGE_NAMES[each]}</span>
              </Choice>
            ))}
          </Choices>
          <Choices legend={t("access:account.theme")}>
            {THEMES.map((each) => (
              <Choice key={each} name="theme" value={each} defaultChecked={each === theme}>
                {t(`access:account.themes.${each}`)}
              </Choice>
            ))}
          </Choices>
          <p>
            <Button stretch>{t("access:account.save")}</Button>
          </p>
        </Form>
      </div>
      <Section title={t("access:account.sessions")}>
        <Rows>
          {sessions.map((session) => (
            <Row
              key={session.createdAt}
              title={t("access:account.sessionSince", {
                time: showTime(session.createdAt),
                date: showCivilDate(civilDateOf(session.createdAt)),
              })}
              meta={
                session.shared
                  ? t("access:account.shared")
                  : t("access:account.until", { date: showCivilDate(civilDateOf(session.expiresAt)) })
              }
            />
          ))}
        </Rows>
        <div className="row section-s">
          <LogoutForm variant="secondary" label={t("access:account.logout")} />
          <LogoutForm everywhere variant="danger" label={t("access:account.logoutEverywhere")} />
        </div>
      </Section>
      <p>
        <Anchor className="tap" href="/account/mail">
          {t("learning:reminders.mailLink")}
        </Anchor>
        <br />
        <Anchor className="tap" href="/privacy">
          {t("access:account.privacy")}
        </Anchor>
      </p>
    </main>
  );
}
