import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { PersonFields } from "~/components/staffing/person-fields";
import { PostChooser } from "~/components/staffing/post-chooser";
import {
  type StaffingField,
  StaffingForm,
  StaffingProblems,
  useStaffingProblems,
} from "~/components/staffing/staffing-form";
import { TermFields } from "~/components/staffing/term-fields";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { orderOf, orProblems, readStaffing, registerForm } from "~/http/staffing-form.server";
import { requirePower } from "~/http/viewer.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { slipTarget } from "~/models/people/slip-target.server";
import { newPublicId } from "~/models/public-id.server";
import { postToChange } from "~/models/staffing/find-post.server";
import { choosablePosts } from "~/models/staffing/open-posts.server";
import { registerPerson } from "~/models/staffing/register-person.server";

const FIELDS: readonly StaffingField[] = [
  "staffCode",
  "fullName",
  "employment",
  "workEmail",
  "workPhone",
  "from",
  "lastDay",
  "document",
  "note",
];

async function permitted({ request, context }: Pick<LoaderFunctionArgs, "request" | "context">) {
  const viewer = await requirePower(request, context, "change-people");
  const language = languageOf(request, viewer);
  const { searchParams } = new URL(request.url);
  const [unit, at] = [searchParams.get("unit"), searchParams.get("post")];
  const post = unit && at ? await postToChange(viewer, { unit, post: at }, today(), language) : null;
  if (at && !post) throw notFound();
  return { viewer, language, unit, post };
}

/** First the post, then who takes it. */
export async function loader(given: LoaderFunctionArgs) {
  const { viewer, language, unit, post } = await permitted(given);
  const title = await pageTitle(given.request, given.context, "staffing:register.title");
  const keys = { onceKey: newPublicId(), seen: post?.seen ?? 0 };
  if (post) return { title, post, keys, today: today(), chosen: null, units: [] };
  const chosen = unit ? await choosablePosts(viewer, unit, today(), language) : null;
  if (unit && !chosen) throw notFound();
  const units = await unitOptions(viewer, "change-people", today(), language);
  return { title, post, keys, today: today(), chosen, units };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, language, post } = await permitted(given);
  if (!post) throw notFound();
  const { value, wrong, typed } = await readStaffing(given.request, registerForm);
  if (!value) return data({ wrong, typed, problems: [] }, { status: 400 });
  const { staffCode: person, from, lastDay: until, document } = value;
  const { fullName, employment, workEmail, workPhone } = value;
  const registered = registerPerson(
    viewer,
    { act: "register", person, fullName, employment, workEmail, workPhone, on: from },
    { act: "appoint", person, post: post.post, kind: "primary", from, until, decision: document },
    orderOf(viewer, "personnel-registered", from, value),
  );
  const { done, problems } = await orProblems(registered);
  if (problems) return data({ wrong, typed, problems }, { status: 400 });
  // someone who begins later gets the slip on the first day
  const slip = await slipTarget(viewer, done, today(), language);
  return redirect(slip ? `/people/${done}/slip` : `/units/${post.unit.publicId}/posts?done=registered`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewPerson() {
  const { post, keys, today, chosen, units } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const typed: Record<string, string> = answer?.typed ?? {};
  const { problems, errorOf } = useStaffingProblems(answer, FIELDS);
  const crumbs = [{ label: t("people:list.title"), href: "/people" }, { label: t("staffing:register.title") }];
  if (!post) {
    return (
      <main id="main" className="narrow">
        <Crumbs items={crumbs} />
        <PageTitle title={t("staffing:register.title")} lead={t("staffing:register.choose")} />
        <PostChooser
          units={units}
          unit={chosen?.unit ?? null}
          posts={chosen?.posts ?? []}
          hrefOf={(each) => `/people/new?unit=${chosen?.unit.publicId}&post=${each}`}
        />
      </main>
    );
  }
  return (
    <main id="main" className="narrow">
      <Crumbs items={crumbs} />
      <StaffingProblems problems={problems} />
      <PageTitle
        title={t("staffing:register.title")}
        lead={t("staffing:register.lead", { position: post.title, unit: post.unit.name })}
        meta={t("staffing:register.meta")}
      />
      <StaffingForm
        keys={keys}
        typed={typed}
        errorOf={errorOf}
        submit={t("staffing:register.submit")}
        cancel={`/units/${post.unit.publicId}/posts`}
      >
        <PersonFields typed={typed} errorOf={errorOf} />
        <TermFields typed={typed} today={today} errorOf={errorOf} />
      </StaffingForm>
    </main>
  );
}
