import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { practiceCards } from "~/models/practice/practice-pages.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  return {
    title: await pageTitle(request, context, "practice:overview.title"),
    cards: await practiceCards(viewer, languageOf(request, viewer), now()),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PracticeOverview() {
  const { cards } = useLoaderData<typeof loader>();
  const { t } = useTranslation("practice");
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs items={[{ label: t("common:nav.courses"), href: "/courses" }, { label: t("overview.title") }]} />
        <PageTitle title={t("overview.title")} lead={t("overview.lead")} />
      </div>
      {cards.length === 0 ? (
        <EmptyState title={t("overview.none")} level={2}>
          <p>
            <a href="/courses">{t("overview.toCourses")}</a>
          </p>
        </EmptyState>
      ) : (
        <Rows>
          {cards.map((card) => (
            <Row
              key={card.slug}
              heading={2}
              title={card.title}
              href={`/practice/courses/${card.slug}`}
              meta={t("overview.questions", { count: card.questions, practised: card.practised })}
              end={card.weak > 0 && <Badge tone="warn">{t("overview.weak", { count: card.weak })}</Badge>}
            />
          ))}
        </Rows>
      )}
    </main>
  );
}
