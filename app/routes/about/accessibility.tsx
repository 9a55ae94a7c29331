import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { PageTitle } from "~/components/page-title";
import { Points } from "~/components/points";
import { TextSection } from "~/components/text-section";
import { pageTitle } from "~/http/page-title.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  return { title: await pageTitle(request, context, "about:accessibility.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Accessibility() {
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <PageTitle title={t("about:accessibility.title")} lead={t("about:accessibility.lead")} />
      <TextSection title={t("about:accessibility.aim.title")}>
        <Points>
          {[
            t("about:accessibility.aim.standard"),
            t("about:accessibility.aim.always"),
            t("about:accessibility.aim.keyboard"),
            t("about:accessibility.aim.colour"),
            t("about:accessibility.aim.zoom"),
            t("about:accessibility.aim.motion"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:accessibility.tested.title")}>
        <Points>
          {[
            t("about:accessibility.tested.axe"),
            t("about:accessibility.tested.journeys"),
            t("about:accessibility.tested.contrast"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:accessibility.untested.title")}>
        <Points>
          {[
            t("about:accessibility.untested.readers"),
            t("about:accessibility.untested.people"),
            t("about:accessibility.untested.browsers"),
            t("about:accessibility.untested.pdf"),
          ]}
        </Points>
      </TextSection>
      <TextSection title={t("about:accessibility.limits.title")}>
        <Points>{[t("about:accessibility.limits.activities"), t("about:accessibility.limits.time")]}</Points>
      </TextSection>
      <TextSection title={t("about:accessibility.report.title")}>
        <p>{t("about:accessibility.report.text")}</p>
      </TextSection>
    </main>
  );
}
