import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/button";
import { Field } from "~/components/field";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { MergeComparison } from "~/components/staffing/merge-comparison";
import { MergeForm } from "~/components/staffing/merge-form";
import { PersonPage } from "~/components/staffing/person-page";
import { now, today } from "~/config/clock.server";
import { documentValue, optionalTextValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personToChange } from "~/http/person-at-the-door.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { findPersonForField } from "~/models/people/find-for-field.server";
import { mergePersons } from "~/models/people/merge-persons.server";
import { possibleDuplicates, previewMerge } from "~/models/people/merge-preview.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, language, person } = await personToChange(given);
  const asked = new URL(given.request.url).searchParams;
  const other = asked.get("other");
  const search = (asked.get("q") ?? "").slice(0, 100);
  const preview = other === null ? null : await previewMerge(viewer, person.person, other, today(), language);
  if (other !== null && !preview) throw notFound();
  const found = search && (await findPersonForField(viewer, "change-people", search, today(), language));
  const people = !found || found.kind === "none" ? [] : found.kind === "one" ? [found.person] : found.people;
  return {
    title: await pageTitle(given.request, given.context, "staffing:merge.title"),
    person,
    search,
    found: people
      .filter(({ publicId }) => publicId !== person.person)
      .map(({ publicId, ...rest }) => ({ ...rest, person: publicId })),
    hints: preview ? [] : await possibleDuplicates(viewer, person.person, today(), language),
    preview,
    onceKey: newPublicId(),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, person } = await personToChange(given);
  const sent = await given.request.formData();
  const text = (name: string) => String(sent.get(name) ?? "");
  const onceKey = text("onceKey");
  const merged = new URL(given.request.url).searchParams.get("other");
  if (!/^[0-9a-z]{1,40}$/.test(onceKey) || merged === null) throw badRequest();
  const document = documentValue.safeParse(text("document"));
  const note = optionalTextValue(500).safeParse(text("note"));
  const typed = { document: text("document"), note: text("note") };
  const dropped = sent.getAll("dropped").map(String);
  if (!document.success || !note.success) {
    const wrong = [...(document.success ? [] : ["document"]), ...(note.success ? [] : ["note"])];
    return data({ wrong, refused: false, typed, dropped }, 400);
  }
  const outcome = await mergePersons(viewer, {
    kept: person.person,
    merged,
    dropped,
    document: document.data,
    note: note.data,
    at: now(),
    onceKey,
  });
  if (outcome.merged) return redirect(`/people/${person.person}?done=merged`);
  if (outcome.problems === "not-found") throw notFound();
  // why, the page says anew
  return data({ wrong: [] as string[], refused: true, typed, dropped }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Merge() {
  const { person, search, found, hints, preview, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const wrong = answer?.wrong ?? [];
  const problems = wrong.map((name) => ({
    fieldId: name,
    message: t(`staffing:merge.wrong.${name === "note" ? "note" : "document"}`),
  }));
  if (answer?.refused) problems.unshift({ fieldId: "merge", message: t("staffing:merge.refused") });
  if (preview) {
    return (
      <PersonPage
        person={person}
        title={t("staffing:merge.title")}
        lead={t("staffing:merge.compareLead", { kept: preview.kept.staffCode, merged: preview.merged.staffCode })}
        problems={problems}
      >
        <MergeComparison preview={preview} />
        <MergeForm
          preview={preview}
          onceKey={onceKey}
          typed={answer?.typed ?? { document: "", note: "" }}
          dropped={answer?.dropped ?? []}
          wrong={wrong}
        />
      </PersonPage>
    );
  }
  const rows = (people: readonly { person: string; name: string; staffCode: string; place: string | null }[]) => (
    <Rows>
      {people.map((each) => (
        <Row
          key={each.person}
          title={each.name}
          href={`/people/${person.person}/merge?other=${each.person}`}
          meta={each.place}
          cells={[each.staffCode]}
        />
      ))}
    </Rows>
  );
  return (
    <PersonPage person={person} title={t("staffing:merge.title")} lead={t("staffing:merge.lead")}>
      <Form method="get" className="flow">
        <Field
          id="q"
          name="q"
          type="search"
          label={t("staffing:merge.search")}
          hint={t("staffing:merge.searchHint")}
          defaultValue={search}
        />
        <p>
          <Button>{t("staffing:merge.find")}</Button>
        </p>
      </Form>
      {search !== "" && (
        <Section title={t("staffing:merge.found")}>
          {found.length === 0 ? <p className="section-s">{t("staffing:merge.foundNone")}</p> : rows(found)}
        </Section>
      )}
      <Section title={t("staffing:merge.hints")} meta={t("staffing:merge.hintsMeta")}>
        {hints.length === 0 ? <p className="section-s">{t("staffing:merge.hintsNone")}</p> : rows(hints)}
      </Section>
    </PersonPage>
  );
}
