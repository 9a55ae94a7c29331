import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { PersonPage } from "~/components/staffing/person-page";
import { UndoRefused } from "~/components/staffing/undo-refused";
import { now } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personToChange } from "~/http/person-at-the-door.server";
import { notFound } from "~/http/refusals.server";
import { mergedRecordsOf, unmerge } from "~/models/people/merged-records.server";

async function mergedAtTheDoor(given: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const found = await personToChange(given);
  const merged = (await mergedRecordsOf(found.listed.id)).find(({ record }) => record === given.params.record);
  return { ...found, merged };
}

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, listed, person, merged } = await mergedAtTheDoor(given);
  if (!merged || listed.id === viewer.personId) throw notFound();
  return { title: await pageTitle(given.request, given.context, "staffing:merge.undo.title"), person, merged };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, person, merged } = await mergedAtTheDoor(given);
  const sent = await given.request.formData();
  // sent twice: they are two already
  if (!merged) return redirect(`/people/${person.person}?done=unmerged`);
  const note = textValue(500).safeParse(String(sent.get("note") ?? ""));
  if (!note.success) return data({ noNote: true, code: null, because: [] }, 400);
  const undo = await unmerge(viewer, { kept: person.person, record: merged.record, at: now(), note: note.data });
  if (!undo) throw notFound();
  if (undo.undone || undo.code === "already-undone") return redirect(`/people/${person.person}?done=unmerged`);
  return data({ noNote: false, code: undo.code, because: undo.because }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Unmerge() {
  const { person, merged } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = answer?.noNote ? [{ fieldId: "note", message: t("staffing:merge.undo.noteMissing") }] : [];
  return (
    <PersonPage
      person={person}
      title={t("staffing:merge.undo.title")}
      lead={t("staffing:merge.undo.lead", { name: merged.name, code: merged.staffCode })}
      problems={problems}
    >
      <div className="flow">
        {answer?.code && <UndoRefused code={answer.code} because={answer.because} />}
        <Facts
          items={[
            { term: t("staffing:merge.undo.mergedOn"), value: showCivilDate(merged.mergedOn) },
            ...(merged.by ? [{ term: t("staffing:merge.undo.by"), value: merged.by }] : []),
            ...(merged.document ? [{ term: t("staffing:field.document"), value: merged.document }] : []),
          ]}
        />
        <p>{t("staffing:merge.undo.what")}</p>
        <Form method="post" className="flow">
          <Field
            id="note"
            name="note"
            label={t("staffing:merge.undo.note")}
            errors={problems.length > 0 ? [t("staffing:merge.undo.noteMissing")] : undefined}
            maxLength={500}
            required
          />
          <div className="row">
            <Button variant="danger">{t("staffing:merge.undo.submit")}</Button>
            <LinkButton href={`/people/${person.person}`} variant="secondary">
              {t("staffing:cancel")}
            </LinkButton>
          </div>
        </Form>
      </div>
    </PersonPage>
  );
}
