import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { RegradeRuleWords } from "~/components/exams/regrade-rule-words";
import { Item } from "~/components/item";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { examOf } from "~/http/exam-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { regradesOf } from "~/models/regrades/regrade-history.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, head, language } = await examOf(given, "regrade-exams");
  return {
    title: await pageTitle(given.request, given.context, "statistics:regrade.title"),
    head,
    regrades: await regradesOf(head.courseId, today(), language),
    done: readDone(given.request, ["regraded"]),
    decides: hasPower(viewer, "release-marks"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Regrades() {
  const { head, regrades, done, decides } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: head.course, href: `/exams/${head.slug}` },
            { label: t("statistics:regrade.title") },
          ]}
        />
        {done && (
          <Toast tone="ok" closeHref={`/exams/${head.slug}/regrade`}>
            {t("statistics:regrade.done")} {decides && <a href="/exams/effects">{t("statistics:effects.link")}</a>}
          </Toast>
        )}
        <PageTitle
          title={t("statistics:regrade.heading", { course: head.course })}
          lead={t("statistics:regrade.lead")}
          actions={<LinkButton href={`/exams/${head.slug}/regrade/new`}>{t("statistics:regrade.begin")}</LinkButton>}
        />
      </div>
      <Section title={t("statistics:regrade.history")}>
        {regrades.length === 0 && <EmptyState title={t("statistics:regrade.none")} />}
        {regrades.map((regrade) => (
          <Item key={regrade.regrade} title={regrade.stem}>
            <p>
              <RegradeRuleWords rule={regrade.rule} />
            </p>
            <p>{t("statistics:regrade.because", { reason: regrade.reason })}</p>
            <p className="meta">
              {t("statistics:regrade.moved", {
                count:
                  regrade.moves.up + regrade.moves.down + regrade.moves["gains-pass"] + regrade.moves["loses-pass"],
                gains: regrade.moves["gains-pass"],
                loses: regrade.moves["loses-pass"],
              })}{" "}
              {t("statistics:by", {
                name: regrade.by,
                time: showTime(regrade.at),
                date: showCivilDate(civilDateOf(regrade.at)),
              })}
            </p>
          </Item>
        ))}
      </Section>
    </main>
  );
}
