import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { EmptyState } from "~/components/empty-state";
import { Facts } from "~/components/facts";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { CandidateTable } from "~/components/sittings/candidate-table";
import { SittingActs } from "~/components/sittings/sitting-acts";
import { SittingCrumbs } from "~/components/sittings/sitting-crumbs";
import { SittingBadge } from "~/components/sittings/sitting-rows";
import { useLivePage } from "~/components/sittings/use-live-page";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { pageTitle } from "~/http/page-title.server";
import { sittingAtTheDoor } from "~/http/sitting-at-the-door.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "exams:sitting.page.title", { title: sitting.title });
  const done = readDone(given.request, ["changed", "extended", "minutes", "cancelled", "closed"]);
  return { title, sitting, done, at: now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Sitting() {
  const { sitting, done, at } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  useLivePage(sitting.state === "open");
  const { candidates } = sitting;
  const path = `/exams/sittings/${sitting.sitting}`;
  const count = (state: string) => candidates.filter((each) => each.state === state).length;
  const working = count("working");
  const code =
    sitting.roomCode === "hidden" ? (
      t("exams:sitting.page.codeHidden")
    ) : (
      <strong className="code">{sitting.roomCode}</strong>
    );
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <SittingCrumbs sitting={sitting} />
        {done && (
          <Toast tone="ok" closeHref={path}>
            {t(`exams:sitting.done.${done}`)}
          </Toast>
        )}
        <PageTitle
          title={sitting.title}
          lead={
            sitting.mode === "online"
              ? t("exams:sitting.page.lead", { count: candidates.length, working, ended: count("ended") })
              : t("exams:sitting.page.paperLead", { count: candidates.length, ended: count("ended") })
          }
        >
          <p>
            <SittingBadge state={sitting.state} />
          </p>
        </PageTitle>
      </div>
      {!sitting.mayAct && (
        <Note tone="warn" icon="alert" title={t("exams:act.ownTitle")}>
          <p>{t("exams:sitting.page.candidate")}</p>
        </Note>
      )}
      <SittingActs
        sitting={sitting.sitting}
        state={sitting.state}
        mode={sitting.mode}
        officer={sitting.officer}
        mayAct={sitting.mayAct}
        working={working}
        minutes={sitting.minutes !== null}
      />
      <Section title={t("exams:sitting.page.plan")}>
        <Facts
          items={[
            { term: t("exams:sitting.field.course"), value: sitting.course },
            {
              term: t("exams:sitting.field.day"),
              value: t("exams:sitting.window", {
                from: showTime(sitting.opensAt),
                to: showTime(sitting.closesAt),
                date: showCivilDate(civilDateOf(sitting.opensAt)),
              }),
            },
            { term: t("exams:sitting.field.place"), value: sitting.place },
            { term: t("exams:sitting.field.unit"), value: sitting.unit },
            { term: t("exams:sitting.field.mode"), value: t(`exams:sitting.mode.${sitting.mode}`) },
            {
              term: t("exams:sitting.field.invigilator"),
              value: sitting.invigilator
                ? `${sitting.invigilator.name} (${sitting.invigilator.staffCode})`
                : t("exams:sitting.page.noInvigilator"),
            },
            ...(sitting.roomCode === null ? [] : [{ term: t("exams:sitting.field.code"), value: code }]),
            ...(sitting.oneDevice
              ? [{ term: t("exams:sitting.page.devices"), value: t("exams:sitting.page.oneDevice") }]
              : []),
          ]}
        />
      </Section>
      <Section
        title={t("exams:sitting.candidates")}
        meta={
          <>
            {t("exams:sitting.page.asOf", { time: showTime(at, true) })}{" "}
            <Anchor className="no-print" href={path}>
              {t("exams:sitting.page.again")}
            </Anchor>
          </>
        }
      >
        {candidates.length === 0 ? (
          <div className="section-s">
            <EmptyState title={t("exams:sitting.page.nobody")}>
              <p>{t("exams:sitting.page.nobodyText")}</p>
            </EmptyState>
          </div>
        ) : (
          <CandidateTable candidates={candidates} officer={sitting.officer && sitting.mayAct} />
        )}
      </Section>
    </main>
  );
}
