import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { GrantDates } from "~/components/permission-words";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { whoSees } from "~/models/access/who-sees.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const seen = await whoSees(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!seen) throw notFound();
  const own = seen.person === viewer.personPublicId;
  const title = await pageTitle(request, context, own ? "permissions:seen.ownTitle" : "permissions:seen.title");
  return { title, own, seen };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Viewers() {
  const { own, seen } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const records = seen.seers.filter(({ powers }) => powers.includes("see-people"));
  const parts = [
    { key: "record", seers: records.filter(({ now }) => now) },
    { key: "part", seers: seen.seers.filter(({ powers, now }) => now && !powers.includes("see-people")) },
    { key: "past", seers: records.filter(({ now }) => !now) },
  ] as const;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          own ? { label: t("common:nav.me"), href: "/me" } : { label: seen.name, href: `/people/${seen.person}` },
          { label: t("permissions:seen.crumb") },
        ]}
      />
      <PageTitle
        title={own ? t("permissions:seen.ownTitle") : t("permissions:seen.title")}
        lead={t(own ? "permissions:seen.ownLead" : "permissions:seen.lead", {
          count: new Set(parts[0].seers.map(({ name, place }) => `${name} ${place}`)).size,
          name: seen.name,
        })}
        meta={own ? undefined : t("permissions:seen.meta", { name: seen.name, code: seen.staffCode })}
      />
      {parts.map(
        ({ key, seers }) =>
          (key === "record" || seers.length > 0) && (
            <Section
              key={key}
              className="section-s"
              title={t(`permissions:seen.part.${key}.title`)}
              meta={t(`permissions:seen.part.${key}.meta`)}
            >
              {seers.length === 0 && <p className="section-s">{t("permissions:seen.nobody")}</p>}
              <Rows>
                {seers.map((seer, index) => (
                  <Row
                    // one may hold the same role twice, under two documents
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
                    key={index}
                    title={seer.name}
                    meta={
                      <>
                        {seer.place}
                        {seer.place && <br />}
                        {seer.powers.map((power) => t(`permissions:sight.${power}`)).join(" · ")}
                      </>
                    }
                    cells={[
                      <>
                        {seer.by.kind === "grant"
                          ? t(`permissions:role.${seer.by.role}`)
                          : t("permissions:seen.loan", { lender: seer.by.lender })}
                        <br />
                        {seer.unit}
                      </>,
                      <>
                        <GrantDates from={seer.since} lastDay={seer.lastDay} />
                        {seer.document && (
                          <>
                            <br />
                            {seer.document}
                          </>
                        )}
                      </>,
                    ]}
                  />
                ))}
              </Rows>
            </Section>
          ),
      )}
      <div className="section-s">
        <Note icon="info" title={t("permissions:seen.nobodyElse")}>
          <p>{t("permissions:seen.nobodyElseText")}</p>
        </Note>
      </div>
    </main>
  );
}
