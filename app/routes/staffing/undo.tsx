import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { Facts } from "~/components/facts";
import { Field } from "~/components/field";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { UndoRefused } from "~/components/staffing/undo-refused";
import { now, today } from "~/config/clock.server";
import { civilDateOf, showCivilDate } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { staffingChange, undoStaffingChange } from "~/models/staffing/staffing-change.server";

async function permitted({ request, context, params }: Pick<LoaderFunctionArgs, "request" | "context" | "params">) {
  const viewer = await requirePower(request, context, "change-people");
  const id = /^\d{1,9}$/.test(params.id ?? "") ? Number(params.id) : 0;
  const change = await staffingChange(viewer, id, today());
  if (!change) throw notFound();
  return { viewer, change };
}

export async function loader(given: LoaderFunctionArgs) {
  const { change } = await permitted(given);
  return { title: await pageTitle(given.request, given.context, "staffing:undo.title"), change };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, change } = await permitted(given);
  const note = String((await given.request.formData()).get("note") ?? "");
  const undo = await undoStaffingChange(viewer, change.id, note.normalize("NFC").trim().slice(0, 500) || null, now());
  if (!undo) throw notFound();
  // sent twice: it is undone, which is what was asked
  if (undo.undone || undo.code === "already-undone") return redirect(`${change.back}?done=undone`);
  return data({ code: undo.code, because: undo.because }, { status: 409 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function UndoChange() {
  const { change } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("people:list.title"), href: "/people" }, { label: t("staffing:undo.title") }]} />
      {refused && <UndoRefused code={refused.code} because={refused.because} />}
      <PageTitle title={t("staffing:undo.title")} lead={t("staffing:undo.lead")} />
      <Facts
        items={[
          { term: t("staffing:undo.what"), value: t(`staffing:change.${change.kind}`) },
          ...(change.people.length > 0 ? [{ term: t("staffing:undo.who"), value: change.people.join(", ") }] : []),
          ...(change.effective ? [{ term: t("staffing:undo.from"), value: showCivilDate(change.effective) }] : []),
          { term: t("staffing:undo.at"), value: showCivilDate(civilDateOf(change.at)) },
          ...(change.by ? [{ term: t("staffing:undo.by"), value: change.by }] : []),
          ...(change.document ? [{ term: t("staffing:field.document"), value: change.document }] : []),
        ]}
      />
      {change.undone ? (
        <Note icon="info" title={t("staffing:undo.undone")}>
          <p>{t("staffing:undo.undoneText")}</p>
        </Note>
      ) : (
        <Form method="post" className="flow section-s">
          <Field id="note" name="note" label={t("staffing:undo.why")} maxLength={500} optional />
          <div className="row">
            <Button variant="danger">{t("staffing:undo.submit")}</Button>
            <LinkButton href={change.back} variant="secondary">
              {t("staffing:cancel")}
            </LinkButton>
          </div>
        </Form>
      )}
    </main>
  );
}
