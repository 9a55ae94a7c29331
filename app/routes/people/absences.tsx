import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { LinkButton } from "~/components/button";
import { Choice, Choices } from "~/components/choice";
import { Section } from "~/components/section";
import { AbsenceRows } from "~/components/staffing/absence-rows";
import { PersonPage } from "~/components/staffing/person-page";
import { StaffingForm, useStaffingProblems } from "~/components/staffing/staffing-form";
import { TermFields } from "~/components/staffing/term-fields";
import { now, today } from "~/config/clock.server";
import { ABSENCE_KINDS } from "~/domain/people/personnel-acts";
import { addDays, holdsOn } from "~/domain/time/civil-date";
import { dateValue, documentValue, optionalDateValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { personWithAbsences } from "~/http/person-at-the-door.server";
import { orProblems, readStaffing } from "~/http/staffing-form.server";
import { latestChangeId } from "~/models/database.server";
import { absencesOf } from "~/models/people/absences.server";
import { carryOutPersonnelActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";

// no text of any kind: of an absence only what it is, and when
const absenceForm = z.object({
  onceKey: z.string().regex(/^[0-9a-z]{1,40}$/),
  seen: z.coerce.number().int().min(0),
  kind: z.enum(ABSENCE_KINDS),
  from: dateValue,
  lastDay: optionalDateValue.transform((day) => (day === null ? null : addDays(day, 1))),
  document: documentValue,
});

export async function loader(given: LoaderFunctionArgs) {
  const { listed, person } = await personWithAbsences(given);
  const absences = await absencesOf(listed.id);
  return {
    title: await pageTitle(given.request, given.context, "staffing:absence.title"),
    person,
    absences,
    away: absences.some(({ from, back }) => holdsOn({ validFrom: from, validTo: back }, today())),
    today: today(),
    keys: { onceKey: newPublicId(), seen: await latestChangeId() },
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, person } = await personWithAbsences(given);
  const { value, wrong, typed } = await readStaffing(given.request, absenceForm);
  if (!value) return data({ wrong, problems: [], typed }, 400);
  const { kind, from, lastDay: until, document, onceKey, seen } = value;
  const order = { kind: "absence-recorded", at: now(), actorId: viewer.accountId, effective: from };
  const { problems } = await orProblems(
    carryOutPersonnelActs(viewer, [{ act: "be-absent", person: person.staffCode, kind, from, until }], {
      ...order,
      document,
      onceKey,
      seen,
    }),
  );
  if (problems) return data({ wrong, problems, typed }, 400);
  return redirect(`/people/${person.person}?done=absent`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Absences() {
  const { person, absences, away, today, keys } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const { problems, errorOf } = useStaffingProblems(answer, ["kind", "from", "lastDay", "document"]);
  const typed: Record<string, string> = answer?.typed ?? {};
  return (
    <PersonPage
      person={person}
      title={t("staffing:absence.title")}
      lead={t("staffing:absence.lead")}
      problems={problems}
    >
      <Section title={t("staffing:absence.list")}>
        {absences.length === 0 && <p className="section-s">{t("staffing:absence.none")}</p>}
        <AbsenceRows absences={absences} />
        {away && (
          <p className="section-s">
            <LinkButton href={`/people/${person.person}/return`} variant="secondary">
              {t("staffing:absence.return.link")}
            </LinkButton>
          </p>
        )}
      </Section>
      <Section title={t("staffing:absence.record")}>
        <div className="section-s">
          <StaffingForm
            keys={keys}
            typed={typed}
            errorOf={errorOf}
            documentHint={t("staffing:absence.documentHint")}
            note={false}
            submit={t("staffing:absence.submit")}
            cancel={`/people/${person.person}`}
          >
            <Choices id="kind" legend={t("staffing:absence.kind")} errors={errorOf("kind")}>
              {ABSENCE_KINDS.map((kind) => (
                <Choice key={kind} name="kind" value={kind} defaultChecked={typed.kind === kind}>
                  {t(`people:absence.kind.${kind}`)}
                </Choice>
              ))}
            </Choices>
            <TermFields typed={typed} today={today} errorOf={errorOf} />
          </StaffingForm>
        </div>
      </Section>
    </PersonPage>
  );
}
