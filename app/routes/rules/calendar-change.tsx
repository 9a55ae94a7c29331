import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { CalendarRow } from "~/components/calendar-row";
import { Check } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { OrderFields } from "~/components/order-fields";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { CALENDAR_ROWS, readCalendarForm } from "~/http/calendar-form.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { keepsRules } from "~/models/rules/keeps-rules.server";
import { loadCalendar } from "~/models/time/calendar-page.server";
import { changeCalendar } from "~/models/time/change-calendar.server";

async function permitted({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requirePower(request, context, "manage-rules");
  if (!(await keepsRules(viewer, today()))) throw notFound();
  return viewer;
}

function yearOf(request: Request): string {
  const asked = new URL(request.url).searchParams.get("year") ?? "";
  return /^\d{4}$/.test(asked) ? asked : today().slice(0, 4);
}

export async function loader(given: LoaderFunctionArgs) {
  const viewer = await permitted(given);
  const year = yearOf(given.request);
  const view = await loadCalendar(Number(year), today(), languageOf(given.request, viewer));
  if (!view) throw notFound();
  const title = await pageTitle(given.request, given.context, "rules:calendar.changeTitle");
  const ours = view.days.filter((day) => day.ours);
  return { title, year, ours, once: newPublicId(), rows: Array.from({ length: CALENDAR_ROWS }, (_, row) => row) };
}

export async function action(given: ActionFunctionArgs) {
  const viewer = await permitted(given);
  const { typed, remove, problems, spans, document, note, once } = await readCalendarForm(given.request);
  if (problems.length > 0) return data({ problems, typed, remove }, 400);
  const outcome = await changeCalendar(viewer, { add: spans, remove, document, note, at: now(), onceKey: once });
  if (outcome.kind === "not-permitted") throw notFound();
  if (outcome.kind === "refused") {
    const row = outcome.span === null ? 0 : (spans[outcome.span]?.row ?? 0);
    return data({ problems: [{ field: `from-${row}`, problem: outcome.problem }], typed, remove }, 400);
  }
  return redirect(`/calendar?year=${(spans[0]?.from ?? remove[0] ?? today()).slice(0, 4)}&done=changed`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function CalendarChange() {
  const { year, ours, once, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer?.problems ?? [];
  const words = problems.map(({ field, problem }) => ({
    fieldId: field,
    message: t(`rules:calendar.problem.${problem}`),
  }));
  const errorsOf = errorsByField(words);
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("rules:calendar.title"), href: `/calendar?year=${year}` },
          { label: t("rules:calendar.changeTitle") },
        ]}
      />
      <ErrorSummary errors={words} />
      <PageTitle title={t("rules:calendar.changeTitle")} lead={t("rules:calendar.changeLead")} />
      <Form method="post" className="flow-l">
        <input type="hidden" name="once" value={once} />
        <Section title={t("rules:calendar.add")} meta={t("rules:calendar.addMeta")}>
          {rows.map((row) => (
            <CalendarRow key={row} row={row} typed={answer?.typed ?? {}} errorsOf={errorsOf} />
          ))}
        </Section>
        {ours.length > 0 && (
          <Section title={t("rules:calendar.remove", { year })} meta={t("rules:calendar.removeMeta")}>
            <div className="row section-s">
              {ours.map(({ day, name }) => (
                <Check key={day} name="remove" value={day} defaultChecked={answer?.remove.includes(day)}>
                  {showCivilDate(day)}: {name}
                </Check>
              ))}
            </div>
          </Section>
        )}
        <Section title={t("rules:order.title")}>
          <div className="flow section-s">
            <OrderFields typed={answer?.typed} errors={{ document: errorsOf("document"), note: errorsOf("note") }} />
            <div className="row">
              <Button>{t("rules:calendar.submit")}</Button>
              <LinkButton href={`/calendar?year=${year}`} variant="secondary">
                {t("rules:order.cancel")}
              </LinkButton>
            </div>
          </div>
        </Section>
      </Form>
    </main>
  );
}
