import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { EmptyState } from "~/components/empty-state";
import { useInstant } from "~/components/exams/attempt-log";
import { PageTitle } from "~/components/page-title";
import { Pages } from "~/components/pages";
import { Row, Rows } from "~/components/rows";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { EFFECT_DECISIONS } from "~/domain/assessment/mark-effects";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readReportQuery } from "~/http/report-query.server";
import { requirePower } from "~/http/viewer.server";
import { waitingEffects } from "~/models/assessment/waiting-effects.server";

const PAGE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "release-marks");
  const { page } = readReportQuery(request);
  const slice = { from: (page - 1) * PAGE, count: PAGE };
  const { total, lines } = await waitingEffects(viewer, slice, today(), languageOf(request, viewer));
  if (page > 1 && lines.length === 0) throw notFound();
  return {
    title: await pageTitle(request, context, "statistics:effects.title"),
    total,
    lines,
    page,
    pages: Math.max(1, Math.ceil(total / PAGE)),
    done: readDone(request, EFFECT_DECISIONS),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Effects() {
  const { total, lines, page, pages, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const instant = useInstant();
  return (
    <main id="main" className="wrap flow-l">
      <div>
        {done && (
          <Toast tone="ok" closeHref="/exams/effects">
            {t(`statistics:effects.done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("statistics:effects.title")}
          lead={total > 0 ? t("statistics:effects.lead", { count: total }) : undefined}
          meta={t("statistics:effects.meta")}
        />
      </div>
      {total === 0 && (
        <EmptyState title={t("statistics:effects.none")}>
          <p>{t("statistics:effects.noneText")}</p>
        </EmptyState>
      )}
      <Rows>
        {lines.map((line) => (
          <Row
            key={line.attempt}
            title={line.name}
            href={`/exams/effects/${line.attempt}`}
            meta={[line.staffCode, line.place].filter(Boolean).join(", ")}
            cells={[line.course, t(`statistics:effects.because.${line.because}`), instant(line.endedAt)]}
            end={
              <Badge tone={line.asked === "gained" ? "ok" : "bad"}>{t(`statistics:effects.asked.${line.asked}`)}</Badge>
            }
          />
        ))}
      </Rows>
      <Pages page={page} count={pages} hrefOf={(other) => `/exams/effects${other === 1 ? "" : `?page=${other}`}`} />
    </main>
  );
}
