import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Button } from "~/components/button";
import { DateField } from "~/components/date-field";
import { Field } from "~/components/field";
import { Note } from "~/components/note";
import { Section } from "~/components/section";
import { PersonPage } from "~/components/staffing/person-page";
import { StaffingForm, useStaffingProblems } from "~/components/staffing/staffing-form";
import { Timeline } from "~/components/timeline";
import { today } from "~/config/clock.server";
import { dateValue, documentValue, optionalTextValue, textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personToChange } from "~/http/person-at-the-door.server";
import { orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { latestChangeId } from "~/models/database.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { askedKey, placeOfName } from "~/models/people/name-place.server";
import { newPublicId } from "~/models/public-id.server";

const nameForm = z.object({
  onceKey: z.string().regex(/^[0-9a-z]{1,40}$/),
  seen: z.coerce.number().int().min(0),
  fullName: textValue(120),
  sortAs: optionalTextValue(120),
  on: dateValue,
  document: documentValue,
  note: optionalTextValue(500),
});

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, listed, person } = await personToChange(given);
  const asked = new URL(given.request.url).searchParams;
  const fullName = (asked.get("fullName") ?? person.name).slice(0, 120).normalize("NFC").trim();
  const sortAs = (asked.get("sortAs") ?? "").slice(0, 120).trim();
  return {
    title: await pageTitle(given.request, given.context, "staffing:person.name.title"),
    person,
    names: [...listed.names].reverse().map(({ fullName, validFrom }) => ({ fullName, from: validFrom })),
    place: await placeOfName(viewer, listed, askedKey(listed, fullName, sortAs || null), today()),
    shown: {
      fullName,
      sortAs,
      on: asked.get("on") ?? today(),
      document: asked.get("document") ?? "",
      note: asked.get("note") ?? "",
    },
    keys: { onceKey: newPublicId(), seen: await latestChangeId() },
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, listed, person } = await personToChange(given);
  const { value, wrong, typed } = await readStaffing(given.request, nameForm);
  if (!value) return data({ wrong, problems: [], typed }, 400);
  const { fullName, sortAs, on } = value;
  const key = askedKey(listed, fullName, sortAs);
  const { done, problems } = await orProblems(
    carryOutPersonnelActs(
      viewer,
      [{ act: "rename", person: person.staffCode, fullName, sortKey: key, on }],
      orderOf(viewer, "personnel-renamed", on, value),
    ),
  );
  if (problems) return data({ wrong, problems, typed }, 400);
  return redirect(`/people/${person.person}?done=renamed&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Name() {
  const { person, names, place, shown, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { problems, errorOf } = useStaffingProblems(answer, ["fullName", "sortAs", "on", "document", "note"]);
  const typed: Record<string, string> = answer?.typed ?? shown;
  return (
    <PersonPage
      person={person}
      title={t("staffing:person.name.title")}
      lead={t("staffing:person.name.lead")}
      problems={problems}
    >
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:person.name.submit")}
        cancel={`/people/${person.person}`}
      >
        <Field
          id="fullName"
          name="fullName"
          label={t("staffing:person.name.fullName")}
          errors={errorOf("fullName")}
          defaultValue={typed.fullName}
          maxLength={120}
          required
        />
        <DateField
          id="on"
          name="on"
          label={t("staffing:person.name.on")}
          hint={t("staffing:person.name.onHint")}
          errors={errorOf("on")}
          defaultValue={typed.on}
          required
        />
        <Field
          id="sortAs"
          name="sortAs"
          label={t("staffing:person.name.sortAs")}
          hint={t("staffing:person.name.sortAsHint")}
          errors={errorOf("sortAs")}
          defaultValue={typed.sortAs}
          maxLength={120}
          optional
        />
        <Note title={t("staffing:person.name.place")}>
          <p>
            {place.before.map((name) => `${name} → `)}
            <b>{shown.fullName}</b>
            {place.after.map((name) => ` → ${name}`)}
          </p>
          <p>
            <Button variant="secondary" formMethod="get" formNoValidate>
              {t("staffing:person.name.preview")}
            </Button>
          </p>
        </Note>
      </StaffingForm>
      <Section title={t("staffing:person.name.history")}>
        <Timeline
          events={names.map(({ fullName, from }) => ({ key: `${from} ${fullName}`, date: from, title: fullName }))}
        />
      </Section>
    </PersonPage>
  );
}
