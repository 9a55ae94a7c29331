import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { PeopleList } from "~/components/reports/people-list";
import { ReportFrame } from "~/components/reports/report-frame";
import { UNIT_LEVELS } from "~/domain/competency/framework";
import { pageAddresses, reportAddress } from "~/domain/reporting/report-query";
import { notFound } from "~/http/refusals.server";
import { reportAtTheDoor } from "~/http/report-at-the-door.server";
import { readChoice } from "~/http/report-query.server";
import { loadProgrammeCell } from "~/models/reporting/programme-map.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer, language, query, dateProblem, page, status, mayExport } = await reportAtTheDoor({
    request,
    context,
  });
  const who = readChoice(request, "who", ["missing", "all"]);
  const level = readChoice(request, "level", UNIT_LEVELS);
  const cell = { ...query, programme: query.programme ?? "", level, who, page };
  const view = await loadProgrammeCell(viewer, cell, language);
  if (!view || page > view.pages) throw notFound();
  const title = `${view.programme.title} · Cầu Nối`;
  return data({ title, query, dateProblem, view, mayExport, who, level, page }, status);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ProgrammePeople() {
  const { query, dateProblem, view, mayExport, who, level, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = "/reports/programmes/people";
  const keep = { level, who: who === "missing" ? null : who };
  const missing = view.required - view.met;
  const title = t("hr:cell.title", { competency: view.programme.title, level: t(`hr:levelIn.${level}`) });
  return (
    <ReportFrame
      path={path}
      query={query}
      dateProblem={dateProblem}
      head={view}
      title={title}
      lead={t("reports:programmes.lead", { count: view.required, met: view.met, missing })}
      keep={keep}
      downloads={mayExport && view.total > 0 ? "programme-people" : null}
    >
      {missing > 0 && view.met > 0 && (
        <p className="section-s">
          <Anchor className="tap" href={reportAddress(path, query, { ...keep, who: who === "all" ? null : "all" })}>
            {who === "all"
              ? t("hr:cell.onlyMissing", { count: missing })
              : t("hr:cell.everyone", { count: view.required })}
          </Anchor>
        </p>
      )}
      <PeopleList
        title={t(`reports:programmes.who.${who}`)}
        total={view.total}
        lines={view.lines}
        query={query}
        page={page}
        pages={view.pages}
        hrefOf={pageAddresses(path, query, keep)}
      />
    </ReportFrame>
  );
}
