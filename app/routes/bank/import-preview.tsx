import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ImportDefaults } from "~/components/bank/import-defaults";
import { ImportLists } from "~/components/bank/import-lists";
import { ImportProblems } from "~/components/bank/import-problems";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { readDefaults } from "~/http/question-file.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { confirmImport, importPage } from "~/models/bank/import-questions.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const { typed, defaults } = readDefaults(new URL(request.url).searchParams);
  const place = { slug: params.slug ?? "", id: params.id ?? "", defaults };
  const page = await importPage(viewer, place, languageOf(request, viewer), today());
  if (!page) throw notFound();
  const title = await pageTitle(request, context, "bank:import.title");
  return {
    ...page,
    title,
    slug: place.slug,
    id: place.id,
    typed,
    onceKey: newPublicId(),
    done: readDone(request, ["proposed"]),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "edit-questions");
  const form = await request.formData();
  const { defaults } = readDefaults(form);
  const onceKey = String(form.get("onceKey") ?? "");
  if (!/^[0-9a-z]{16}$/.test(onceKey)) throw badRequest();
  const slug = params.slug ?? "";
  const id = params.id ?? "";
  const confirmed = await confirmImport(viewer, { slug, id, defaults, onceKey }, now());
  if (confirmed.ok) return redirect(`/bank/${slug}/import/${id}?done=proposed`);
  if (confirmed.because === "not-found") throw notFound();
  return data({ because: confirmed.because }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportPreview() {
  const { slug, id, course, read, names, choices, typed, onceKey, done, before } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const bring = read.fresh.length + read.changed.length;
  const given = Object.values(typed).some((value) => value !== "" && value !== false);
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("bank:import.banks"), href: "/bank" },
          { label: course, href: `/bank/${slug}` },
          { label: t("bank:import.title"), href: `/bank/${slug}/import` },
          { label: t("bank:import.preview") },
        ]}
      />
      {done && (
        <Toast tone="ok" closeHref={`/bank/${slug}/import/${id}`}>
          {t("bank:import.done")} <a href={`/bank/${slug}`}>{t("bank:import.toBank")}</a>
        </Toast>
      )}
      <ErrorSummary errors={refused ? [{ message: t(`bank:import.notDone.${refused.because}`) }] : []} />
      <PageTitle
        kicker={course}
        title={t("bank:import.preview")}
        lead={t("bank:import.sentence", {
          fresh: read.fresh.length,
          changed: read.changed.length,
          equal: read.equal,
          refused: read.problems.length,
        })}
        meta={t(`bank:export.format.${read.format}`)}
      />
      {before > 0 && !done && (
        <Note icon="info">
          <p>{t("bank:import.before", { count: before })}</p>
        </Note>
      )}
      {(read.lacking || given) && (
        <ImportDefaults values={typed} {...choices} open={read.problems.length > 0 || given} />
      )}
      {read.problems.length > 0 && <ImportProblems problems={read.problems} />}
      {!done && (
        <Form method="post" className="flow section-s">
          <input type="hidden" name="onceKey" value={onceKey} />
          {Object.entries(typed).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value === true ? "yes" : value || ""} />
          ))}
          {read.problems.length === 0 && bring > 0 && <p>{t("bank:import.seen")}</p>}
          <div className="row">
            {read.problems.length === 0 && bring > 0 && <Button>{t("bank:import.confirm", { count: bring })}</Button>}
            <LinkButton
              href={`/bank/${slug}/import`}
              variant={bring > 0 && read.problems.length === 0 ? "secondary" : "primary"}
            >
              {t("bank:import.other")}
            </LinkButton>
          </div>
        </Form>
      )}
      <ImportLists fresh={read.fresh} changed={read.changed} names={names} />
    </main>
  );
}
