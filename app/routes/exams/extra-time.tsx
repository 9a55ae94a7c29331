import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { today } from "~/config/clock.server";
import { addDays, showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { extraTimeList } from "~/models/assessment/extra-time.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-exams");
  const title = await pageTitle(request, context, "exams:extraTime.listTitle");
  return { title, people: await extraTimeList(viewer, today(), languageOf(request, viewer)) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ExtraTimeList() {
  const { people } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs items={[{ label: t("exams:list.title"), href: "/exams" }, { label: t("exams:extraTime.listTitle") }]} />
        <PageTitle
          title={t("exams:extraTime.listTitle")}
          lead={t("exams:extraTime.listLead", { count: people.length })}
          meta={t("exams:extraTime.purpose")}
        />
      </div>
      {people.length === 0 ? (
        <EmptyState title={t("exams:extraTime.nobody")} level={2}>
          <p>{t("exams:extraTime.nobodyText")}</p>
        </EmptyState>
      ) : (
        <Rows>
          {people.map(({ person, percent, validFrom, validTo }) => (
            <Row
              key={`${person.person} ${validFrom}`}
              title={person.name}
              href={`/people/${person.person}/extra-time`}
              meta={person.place}
              cells={[
                validTo === null
                  ? t("exams:extraTime.openSpan", { percent, from: showCivilDate(validFrom) })
                  : t("exams:extraTime.span", {
                      percent,
                      from: showCivilDate(validFrom),
                      to: showCivilDate(addDays(validTo, -1)),
                    }),
              ]}
            />
          ))}
        </Rows>
      )}
    </main>
  );
}
