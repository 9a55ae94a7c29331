import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Check, Choice, Choices } from "~/components/choice";
import { PageTitle } from "~/components/page-title";
import { PersonField } from "~/components/person-field";
import { Instead } from "~/components/staffing/instead";
import { StaffingCrumbs } from "~/components/staffing/staffing-crumbs";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { TermFields } from "~/components/staffing/term-fields";
import { now, today } from "~/config/clock.server";
import { POSTING_KINDS } from "~/domain/people/people-batch";
import type { PersonnelAct } from "~/domain/people/personnel-acts";
import { pageTitle } from "~/http/page-title.server";
import { postAtTheDoor } from "~/http/staffing-at-the-door.server";
import { appointForm, orderOf, orProblems, readStaffing } from "~/http/staffing-form.server";
import { alsoHandOver } from "~/models/handovers/start-handover.server";
import { carryOutPersonnelActs, problemsOfActs } from "~/models/people/carry-out-personnel-acts.server";
import { newPublicId } from "~/models/public-id.server";
import { findAppointee } from "~/models/staffing/find-appointee.server";

const FIELDS: readonly StaffingField[] = ["person", "kind", "from", "lastDay", "document", "note"];

export async function loader(given: LoaderFunctionArgs) {
  const { post } = await postAtTheDoor(given);
  const person = new URL(given.request.url).searchParams.get("person") ?? "";
  return {
    title: await pageTitle(given.request, given.context, "staffing:appoint.title"),
    post,
    today: today(),
    keys: { onceKey: newPublicId(), seen: post.seen },
    person: person.slice(0, 100),
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, language, post } = await postAtTheDoor(given);
  const { value, wrong, typed, ends } = await readStaffing(given.request, appointForm);
  const answer = { wrong, typed, ends, person: null, problems: [], inTheWay: [], choices: [] };
  if (!value) return data(answer, { status: 400 });
  const found = await findAppointee(viewer, value.person, today(), language);
  if (found.kind !== "one") {
    const choices = found.kind === "several" ? found.people : [];
    return data({ ...answer, person: found.kind, choices }, { status: 400 });
  }
  const { kind, from, lastDay: until, document, reason = "transfer" } = value;
  const person = found.person.staffCode;
  const appointment: PersonnelAct = { act: "appoint", person, post: post.post, kind, from, until, decision: document };
  // what was ticked counts only while it stands in the way: the person or the day may be another by now
  const tried = ends.length > 0 ? await orProblems(problemsOfActs(viewer, [appointment], now())) : null;
  const inTheWay = tried?.done ?? [];
  const acts: PersonnelAct[] = [
    ...ends
      .filter((end) => inTheWay.some(({ params }) => params.posting === end))
      .map((posting) => ({ act: "end-posting" as const, posting, on: from, reason })),
    appointment,
  ];
  const order = orderOf(viewer, "personnel-appointed", from, value);
  const also = value.handover ? await alsoHandOver({ staffCode: found.person.staffCode, from }, today()) : undefined;
  const { done, problems } = await orProblems(carryOutPersonnelActs(viewer, acts, order, also));
  if (problems) return data({ ...answer, problems, inTheWay: tried ? inTheWay : problems }, { status: 400 });
  return redirect(`/units/${post.unit.publicId}/posts?done=appointed&change=${done.changeId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Appoint() {
  const { post, today, keys, person } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  return (
    <main id="main" className="narrow">
      <StaffingCrumbs unit={post.unit} last={t("staffing:appoint.title")} />
      <StaffingProblems problems={problems} />
      <PageTitle
        title={t("staffing:appoint.title")}
        lead={t("staffing:appoint.lead", { position: post.title, unit: post.unit.name })}
        meta={
          post.holders.length > 0
            ? t("staffing:appoint.held", { names: post.holders.join(", ") })
            : t("staffing:appoint.vacant")
        }
      />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:appoint.submit")}
        cancel={`/units/${post.unit.publicId}/posts`}
      >
        <PersonField
          id="person"
          name="person"
          label={t("staffing:field.person")}
          errors={errorOf("person")}
          defaultValue={typed.person ?? person}
          choices={answer?.choices ?? []}
          maxLength={100}
          required
        />
        <p>
          <Anchor className="tap" href={`/people/new?unit=${post.unit.publicId}&post=${post.post}`}>
            {t("staffing:appoint.new")}
          </Anchor>
        </p>
        <Choices id="kind" legend={t("staffing:field.kind")} errors={errorOf("kind")}>
          {POSTING_KINDS.map((kind) => (
            <Choice
              key={kind}
              name="kind"
              value={kind}
              defaultChecked={(typed.kind ?? "primary") === kind}
              note={t(`staffing:kindNote.${kind}`)}
            >
              {t(`staffing:kind.${kind}`)}
            </Choice>
          ))}
        </Choices>
        <TermFields typed={typed} today={today} errorOf={errorOf} />
        <Check name="handover" value="1" defaultChecked={typed.handover === "1"}>
          {t("staffing:handover.begin")}
        </Check>
        <Instead problems={answer?.inTheWay ?? []} ticked={answer?.ends ?? []} reason={typed.reason} />
      </StaffingForm>
    </main>
  );
}
