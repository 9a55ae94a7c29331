import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActList } from "~/components/act-list";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { UndoPage } from "~/components/undo-page";
import { now, today } from "~/config/clock.server";
import { civilDateOf } from "~/domain/time/civil-date";
import { textValue } from "~/http/form-values.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { loadDutyChange, undoDutyChange } from "~/models/duties/duty-change.server";

function idOf(params: { id?: string }): number {
  if (!/^\d{1,15}$/.test(params.id ?? "")) throw notFound();
  return Number(params.id);
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "assign-duties");
  const view = await loadDutyChange(viewer, idOf(params), today());
  if (!view) throw notFound();
  const done = new URL(request.url).searchParams.get("done");
  return { title: await pageTitle(request, context, `rules:act.kind.${view.act.kind}`), view, done };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "assign-duties");
  const id = idOf(params);
  const note = textValue(500).safeParse(String((await request.formData()).get("note") ?? ""));
  const outcome = await undoDutyChange(viewer, id, note.data ?? null, now());
  if (!outcome) throw notFound();
  if (outcome.undone) return redirect(`/duties/changes/${id}?done=undone`);
  const because = outcome.because.map(({ title, at }) => ({ title: title ?? "", on: civilDateOf(at) }));
  return data({ trouble: outcome.code, because }, 409);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function DutyChange() {
  const { view, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { act, total, people, mayUndo } = view;
  const title = t(`rules:act.kind.${act.kind}`);
  const told = done === "1" ? "recorded" : done === "undone" ? "undone" : null;
  const list = (
    <Section className="section" title={t("rules:duties.people", { count: total })}>
      <Rows>
        {people.map(({ person, name, staffCode }) => (
          <Row key={person} title={name} href={`/people/${person}`} meta={staffCode} />
        ))}
      </Rows>
      {people.length < total && <p className="meta">{t("rules:duties.more", { count: total - people.length })}</p>}
    </Section>
  );
  return (
    <main id="main" className="narrow">
      <Crumbs items={[{ label: t("hr:certification.title"), href: "/hr/certification" }, { label: title }]} />
      {told && !refused && (
        <Toast tone="ok" closeHref={`/duties/changes/${act.id}`}>
          {t(`rules:duties.${told}`, { count: total })}
        </Toast>
      )}
      {mayUndo ? (
        <UndoPage
          act={{ ...act, title }}
          trouble={refused?.trouble}
          because={refused?.because}
          back="/hr/certification"
        >
          {list}
        </UndoPage>
      ) : (
        <>
          <PageTitle title={title} />
          <ActList acts={[{ ...act, title }]} />
          {list}
        </>
      )}
    </main>
  );
}
