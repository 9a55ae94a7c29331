import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardTable } from "~/components/reports/board-table";
import { ReportFrame } from "~/components/reports/report-frame";
import { Section } from "~/components/section";
import { reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { loadBoard } from "~/models/reporting/board.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, status, mayExport } = await reportAtTheDoor({ request, context });
  const view = await loadBoard(viewer, query, language);
  if (!view) throw notFound();
  const title = await pageTitle(request, context, "reports:board.title");
  return data({ title, query, dateProblem, view, mayExport }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Board() {
  const { query, dateProblem, view, mayExport } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { counts } = view;
  const soon = counts["expiring-90"] + counts["expiring-30"] + counts["expiring-7"];
  return (
    <ReportFrame
      path="/reports/board"
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={t("reports:board.title")}
      lead={t("reports:board.lead", {
        count: view.total - counts.waived,
        held: counts.valid + soon,
        soon,
        overdue: view.overdue,
      })}
      downloads={mayExport ? "board" : null}
      empty={view.total === 0}
    >
      <Section
        className="section"
        title={t("reports:board.byProgramme")}
        meta={<span className="no-print">{t("reports:board.meta")}</span>}
      >
        <BoardTable
          programmes={view.programmes}
          counts={counts}
          total={view.total}
          overdue={view.overdue}
          hrefOf={(board, programme) =>
            reportAddress("/reports/board/people", query, { board, programme: programme ?? query.programme })
          }
        />
        <p className="meta section-xs">{t("reports:board.explain")}</p>
      </Section>
    </ReportFrame>
  );
}
