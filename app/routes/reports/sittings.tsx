import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { today } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { evidenceSittings } from "~/models/sittings/evidence-sittings.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-evidence-files");
  const sittings = await evidenceSittings(viewer, today(), languageOf(request, viewer));
  return { title: await pageTitle(request, context, "reports:sittings.title"), sittings };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function EvidenceSittings() {
  const { sittings } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("reports:index.title"), href: "/reports" }, { label: t("reports:sittings.title") }]} />
      <PageTitle title={t("reports:sittings.title")} lead={t("reports:sittings.lead")} />
      {sittings.length === 0 && <EmptyState title={t("reports:sittings.none")} level={2} />}
      <Rows>
        {sittings.map(({ sitting, title, unit, opensAt, candidates }) => (
          <Row
            key={sitting}
            title={title}
            href={`/exams/sittings/${sitting}/evidence`}
            meta={unit}
            cells={[showCivilDate(civilDateOf(opensAt)), t("reports:sittings.candidates", { count: candidates })]}
          />
        ))}
      </Rows>
    </main>
  );
}
