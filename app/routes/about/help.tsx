import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Facts } from "~/components/facts";
import { PageTitle } from "~/components/page-title";
import { Points } from "~/components/points";
import { Section } from "~/components/section";
import { TextSection } from "~/components/text-section";
import { pageTitle } from "~/http/page-title.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { title: await pageTitle(request, context, "about:help.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Help() {
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <PageTitle title={t("about:help.title")} lead={t("about:help.lead")} />
      <TextSection title={t("about:help.start.title")}>
        <Points>
          {[
            t("about:help.start.login"),
            t("about:help.start.today"),
            t("about:help.start.lesson"),
            t("about:help.start.practice"),
            t("about:help.start.slow"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:help.exam.title")}>
        <Points>
          {[
            t("about:help.exam.before"),
            t("about:help.exam.clock"),
            t("about:help.exam.saved"),
            t("about:help.exam.offline"),
            t("about:help.exam.end"),
            t("about:help.exam.result"),
            t("about:help.exam.again"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:help.certificate.title")}>
        <Points>
          {[t("about:help.certificate.issued"), t("about:help.certificate.renewed"), t("about:help.certificate.check")]}
        </Points>
        <p>
          <Anchor href="/verify">{t("about:help.certificate.verify")}</Anchor>
        </p>
        <p className="section-s">
          <Anchor href="/keys">{t("certificates:verify.keys")}</Anchor>
        </p>
      </TextSection>
      <TextSection title={t("about:help.password.title")}>
        <Points>
          {[
            t("about:help.password.slip"),
            t("about:help.password.wrong"),
            t("about:help.password.shared"),
            t("about:help.password.leaked"),
          ]}
        </Points>
        <p>
          <Anchor href="/forgot">{t("about:help.password.more")}</Anchor>
        </p>
      </TextSection>
      <Section title={t("about:help.contact.title")} className="section">
        <Facts
          items={[
            { term: t("about:help.contact.personnel.term"), value: t("about:help.contact.personnel.value") },
            { term: t("about:help.contact.content.term"), value: t("about:help.contact.content.value") },
            { term: t("about:help.contact.system.term"), value: t("about:help.contact.system.value") },
          ]}
        />
      </Section>
    </main>
  );
}
