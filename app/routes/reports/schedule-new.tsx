import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { Field, SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { PersonField } from "~/components/person-field";
import { now, today } from "~/config/clock.server";
import { FILE_FORMATS, WHOLE_REPORTS } from "~/domain/exports/report-file";
import { orderOfAddress } from "~/domain/exports/report-order";
import { pageOf } from "~/domain/exports/report-pages";
import { PERIODS } from "~/domain/schedules/due-day";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readScheduleForm, type ScheduleField } from "~/http/schedule-form.server";
import { requirePower } from "~/http/viewer.server";
import { findTaker } from "~/models/access/find-taker.server";
import { newPublicId } from "~/models/public-id.server";
import { setSchedule } from "~/models/schedules/set-schedule.server";

type Problem = ScheduleField | "person-several" | "recipient";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "export-people");
  const given = new URL(request.url).searchParams.get("address");
  const order = given === null ? null : orderOfAddress(given, today());
  return {
    title: await pageTitle(request, context, "exports:schedules.newTitle"),
    // an address of no report is none at all: then one chooses
    address: order ? given : null,
    report: order?.report ?? null,
    own: viewer.staffCode,
    onceKey: newPublicId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "export-people");
  const { value, wrong, typed, onceKey } = await readScheduleForm(request);
  const refuse = (problems: Problem[], choices: { staffCode: string; name: string; place: string }[] = []) =>
    data({ problems, typed, choices }, { status: 400 });
  if (!value) return refuse(wrong);
  const { person, ...wanted } = value;
  // to oneself whatever one's post is; to others of one's own reach
  const found =
    person.trim().toUpperCase() === viewer.staffCode
      ? ({ kind: "one", holder: viewer } as const)
      : await findTaker(viewer, "export-people", person, today(), languageOf(request, viewer));
  if (found.kind === "several") return refuse(["person-several"], found.people);
  if (found.kind !== "one") return refuse(["recipient"]);
  const outcome = await setSchedule(viewer, { ...wanted, recipientAccountId: found.holder.accountId, onceKey }, now());
  return outcome.ok ? redirect(`/reports/schedules/${outcome.publicId}?done=set`) : refuse([outcome.refusal]);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const PLACE: Partial<Record<Problem, ScheduleField>> = { "person-several": "person", recipient: "person" };

export default function NewSchedule() {
  const { address, report, own, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = refused?.typed ?? {};
  const problems = (refused?.problems ?? []).map((problem) => ({
    fieldId: PLACE[problem] ?? problem,
    message: t(`exports:schedules.problem.${problem}`),
  }));
  const errorOf = errorsByField(problems);
  const pages = WHOLE_REPORTS.filter((each) => each !== "provinces");
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("exports:schedules.title"), href: "/reports/schedules" },
          { label: t("exports:schedules.newTitle") },
        ]}
      />
      <ErrorSummary errors={problems} />
      <PageTitle title={t("exports:schedules.newTitle")} lead={t("exports:schedules.newLead")} />
      <Form method="post" className="flow">
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        {address ? (
          <>
            <input type="hidden" name="address" value={address} />
            {report && <p>{t("exports:schedules.of", { report: t(`exports:schedules.kind.${report}`) })}</p>}
          </>
        ) : (
          <SelectField
            id="address"
            name="address"
            label={t("exports:schedules.report")}
            errors={errorOf("address")}
            defaultValue={typed.address}
            options={pages.map((each) => ({ value: pageOf(each), label: t(`exports:schedules.kind.${each}`) }))}
          />
        )}
        <Field
          id="name"
          name="name"
          label={t("exports:schedules.name")}
          hint={t("exports:schedules.nameHint")}
          errors={errorOf("name")}
          defaultValue={typed.name}
          maxLength={120}
          required
        />
        <PersonField
          id="person"
          name="person"
          label={t("exports:schedules.recipient")}
          hint={t("exports:schedules.recipientHint")}
          errors={errorOf("person")}
          defaultValue={typed.person ?? own}
          choices={refused?.choices ?? []}
          required
        />
        <SelectField
          id="period"
          name="period"
          label={t("exports:schedules.periodLabel")}
          errors={errorOf("period")}
          defaultValue={typed.period ?? "monthly"}
          options={PERIODS.map((value) => ({ value, label: t(`exports:schedules.period.${value}`) }))}
        />
        <SelectField
          id="format"
          name="format"
          label={t("exports:schedules.formatLabel")}
          errors={errorOf("format")}
          defaultValue={typed.format ?? "xlsx"}
          options={FILE_FORMATS.map((value) => ({ value, label: t(`exports:schedules.format.${value}`) }))}
        />
        <div className="row">
          <Button>{t("exports:schedules.submit")}</Button>
          <LinkButton href="/reports/schedules" variant="secondary">
            {t("exports:schedules.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
