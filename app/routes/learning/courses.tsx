import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Bridge } from "~/components/bridge";
import { CivilDate } from "~/components/civil-date";
import { DutyBadge } from "~/components/duty-badge";
import { EmptyState } from "~/components/empty-state";
import { Item } from "~/components/item";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requireViewer } from "~/http/viewer.server";
import { type CourseCard, courseCardsOf } from "~/models/enrolment/course-pages.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const cards = await courseCardsOf(viewer, languageOf(request, viewer), now());
  return {
    title: await pageTitle(request, context, "common:nav.courses"),
    assigned: cards.filter(({ duty }) => duty !== null),
    others: cards.filter(({ duty }) => duty === null),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Courses() {
  const { assigned, others } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle title={t("common:nav.courses")} lead={t("learning:courses.lead")}>
        <p>
          <a className="tap" href="/practice">
            {t("learning:courses.practice")}
          </a>
        </p>
      </PageTitle>
      <Section title={t("learning:courses.assigned")}>
        {assigned.length === 0 && <EmptyState title={t("learning:courses.noneAssigned")} />}
        <Cards cards={assigned} />
      </Section>
      {others.length > 0 && (
        <Section title={t("learning:courses.others")} meta={t("learning:courses.free")} className="section">
          <Cards cards={others} />
        </Section>
      )}
    </main>
  );
}

function Cards({ cards }: { cards: readonly CourseCard[] }) {
  const { t } = useTranslation();
  return (
    <div className="grid-2">
      {cards.map((card) => (
        <Item key={card.slug} title={card.title} href={`/courses/${card.slug}`}>
          <p>{card.summary}</p>
          <Bridge steps={card.steps}>
            {t("learning:progress", card.progress)} · {t("learning:courses.minutes", { count: card.minutes })}
          </Bridge>
          {card.duty ? (
            <p className="row">
              <DutyBadge state={card.duty.state} daysLeft={card.duty.daysLeft} />
              {card.duty.state !== "waived" && card.duty.state !== "paused" && (
                <span className="meta">
                  {t("learning:due")} <CivilDate date={card.duty.due} />
                </span>
              )}
            </p>
          ) : (
            card.passedOn && (
              <p>
                <Badge tone="ok">{t("learning:courses.passed")}</Badge>
              </p>
            )
          )}
        </Item>
      ))}
    </div>
  );
}
