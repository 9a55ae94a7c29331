import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PeopleList } from "~/components/reports/people-list";
import { ReportFrame } from "~/components/reports/report-frame";
import { BOARD_LISTS } from "~/domain/reporting/board";
import { pageAddresses, reportAddress } from "~/domain/reporting/report-query";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readChoice } from "~/http/report-query.server";
import { loadBoardPeople } from "~/models/reporting/board.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status, mayExport } = await reportAtTheDoor({
    request,
    context,
  });
  const board = readChoice(request, "board", BOARD_LISTS);
  const view = await loadBoardPeople(viewer, { ...query, board, page }, language);
  if (!view || page > view.pages) throw notFound();
  const title = await pageTitle(request, context, `reports:board.state.${board}`);
  return data({ title, query, dateProblem, view, mayExport, board, page }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function BoardPeople() {
  const { query, dateProblem, view, mayExport, board, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/board/people";
  const programme = view.options.programmes.find(({ value }) => value === query.programme)?.label;
  const state = t(`reports:board.state.${board}`);
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={programme ? `${programme}: ${state}` : state}
      lead={t("reports:board.people", { count: view.total })}
      above={[{ label: t("reports:board.title"), href: reportAddress("/reports/board", query, { programme: null }) }]}
      keep={{ board }}
      downloads={mayExport && view.total > 0 ? "board-people" : null}
    >
      <PeopleList
        title={state}
        total={view.total}
        lines={view.lines}
        query={query}
        page={page}
        pages={view.pages}
        hrefOf={pageAddresses(path, query, { board })}
      />
    </ReportFrame>
  );
}
