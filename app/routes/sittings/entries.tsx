import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { Toast } from "~/components/toast";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { sittingAtTheDoor } from "~/http/sitting-at-the-door.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingAtTheDoor(given);
  const over = sitting.state === "over" || sitting.state === "closed";
  if (!sitting.mayAct || sitting.mode !== "paper" || !over) throw notFound();
  const title = await pageTitle(given.request, given.context, "exams:entry.title");
  return { title, sitting, done: readDone(given.request, ["first", "recorded"]) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Entries() {
  const { sitting, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const path = `/exams/sittings/${sitting.sitting}/entry`;
  const recorded = sitting.candidates.filter(({ attempt }) => attempt !== null).length;
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <SittingCrumbs sitting={sitting} here={t("exams:entry.title")} />
        {done && (
          <Toast tone="ok" closeHref={path}>
            {t(`exams:entry.done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={t("exams:entry.title")}
          lead={t("exams:entry.lead", { count: recorded, all: sitting.candidates.length })}
          meta={t("exams:entry.rule")}
        />
      </div>
      <Rows>
        {sitting.candidates.map((each) => (
          <Row
            key={each.number}
            title={`${each.number} · ${each.name}`}
            href={each.attempt === null ? `${path}/${each.number}` : undefined}
            meta={[each.staffCode, each.unit].filter(Boolean).join(" · ")}
            end={
              <Badge tone={each.attempt ? "ok" : each.state === "entries-differ" ? "warn" : undefined}>
                {t(
                  `exams:entry.state.${each.attempt ? "recorded" : each.state === "not-begun" ? "none" : each.state === "entries-differ" ? "differ" : "one"}`,
                )}
              </Badge>
            }
          />
        ))}
      </Rows>
    </main>
  );
}
