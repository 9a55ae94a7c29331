import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { PostChooser } from "~/components/staffing/post-chooser";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { changeablePerson, inWords } from "~/models/people/changeable-person.server";
import { choosablePosts } from "~/models/staffing/open-posts.server";

/** The next post of a person: first where, then which; the appointment follows on the post's own page. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "change-people");
  const language = languageOf(request, viewer);
  const person = await changeablePerson(viewer, params.id ?? "", "change-people", today());
  if (!person) throw notFound();
  const unit = new URL(request.url).searchParams.get("unit");
  const chosen = unit ? await choosablePosts(viewer, unit, today(), language) : null;
  if (unit && !chosen) throw notFound();
  return {
    title: await pageTitle(request, context, "staffing:choose.title"),
    person: await inWords(person, today(), language),
    units: await unitOptions(viewer, "change-people", today(), language),
    chosen,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ChoosePost() {
  const { person, units, chosen } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const code = encodeURIComponent(person.staffCode);
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("people:list.title"), href: "/people" },
          { label: person.name, href: `/people/${person.person}` },
          { label: t("staffing:choose.title") },
        ]}
      />
      <PageTitle
        title={t("staffing:choose.title")}
        lead={t("staffing:choose.lead", { person: person.name })}
        meta={person.place ?? undefined}
      />
      <PostChooser
        units={units}
        unit={chosen?.unit ?? null}
        posts={chosen?.posts ?? []}
        hrefOf={(post) => `/units/${chosen?.unit.publicId}/posts/${post}/appoint?person=${code}`}
      />
    </main>
  );
}
