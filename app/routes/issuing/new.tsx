import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button, LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { EmptyState } from "~/components/empty-state";
import { ErrorSummary } from "~/components/error-summary";
import { SelectField } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { UnitField } from "~/components/unit-field";
import { now, today } from "~/config/clock.server";
import { LONGEST_LIST } from "~/domain/certification/issue-list";
import { showCivilDate } from "~/domain/time/civil-date";
import { readAuthorityForm } from "~/http/authority-form.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { drawUpList } from "~/models/certification/draw-up-list.server";
import { listDraft } from "~/models/certification/list-draft.server";
import { newPublicId } from "~/models/public-id.server";

const schema = z.object({
  programme: z.string().regex(/^[a-z0-9-]{1,80}$/),
  unit: z.string().regex(/^[0-9a-z]{1,40}$/),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "prepare-certificates");
  const query = new URL(request.url).searchParams;
  const asked = { programme: query.get("programme") ?? "", unit: query.get("unit") ?? "" };
  return {
    title: await pageTitle(request, context, "authority:draw.title"),
    draft: await listDraft(viewer, asked, today(), languageOf(request, viewer)),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "prepare-certificates");
  const { value, ticked, onceKey } = await readAuthorityForm(request, schema);
  if (!value) return data({ refusal: "unit" as const }, 400);
  const eligibilities = ticked("person").map(Number).filter(Number.isSafeInteger);
  const outcome = await drawUpList(viewer, { ...value, eligibilities, onceKey, at: now() });
  if (outcome.ok) return redirect(`/issuing/${outcome.publicId}?done=drawn-up`);
  return data({ refusal: outcome.refusal }, outcome.refusal === "taken" ? 409 : 400);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewList() {
  const { draft, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer
    ? [{ fieldId: "people", message: t(`authority:draw.refused.${answer.refusal}`, { most: LONGEST_LIST }) }]
    : [];
  return (
    <main id="main" className="wrap flow-l">
      <div>
        <Crumbs
          items={[{ label: t("authority:list.title"), href: "/issuing" }, { label: t("authority:draw.title") }]}
        />
        <ErrorSummary errors={problems} />
        <PageTitle title={t("authority:draw.title")} lead={t("authority:draw.lead")} />
      </div>
      <FilterForm submit={t("authority:draw.show")}>
        <SelectField
          id="programme"
          name="programme"
          label={t("authority:field.programme")}
          defaultValue={draft.programme}
          options={draft.programmes}
        />
        <UnitField
          id="unit"
          name="unit"
          label={t("authority:field.unit")}
          groups={draft.units}
          defaultValue={draft.unit}
        />
      </FilterForm>
      {draft.people.length === 0 ? (
        <EmptyState title={t("authority:draw.nobody")} level={2}>
          <p>{t("authority:draw.nobodyText")}</p>
        </EmptyState>
      ) : (
        <Form method="post" className="flow">
          <input type="hidden" name="onceKey" value={onceKey} />
          <input type="hidden" name="programme" value={draft.programme} />
          <input type="hidden" name="unit" value={draft.unit} />
          <Choices
            id="people"
            legend={t("authority:draw.people", { count: draft.people.length })}
            hint={t("authority:draw.peopleHint", { most: LONGEST_LIST })}
            errors={problems.length > 0 ? problems.map(({ message }) => message) : undefined}
          >
            {draft.people.map((person, index) => (
              <Choice
                key={person.eligibilityId}
                type="checkbox"
                name="person"
                value={person.eligibilityId}
                defaultChecked={index < LONGEST_LIST}
                note={t("authority:draw.person", { unit: person.unit, date: showCivilDate(person.on) })}
              >
                {person.name} ({person.staffCode})
              </Choice>
            ))}
          </Choices>
          <div className="row">
            <Button>{t("authority:draw.submit")}</Button>
            <LinkButton href="/issuing" variant="secondary">
              {t("authority:cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}
