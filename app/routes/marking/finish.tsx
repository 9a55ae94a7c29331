import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { useFigures } from "~/components/figures";
import { PageTitle } from "~/components/page-title";
import { now } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { finishMark } from "~/models/marking/finish-mark.server";
import { placePage } from "~/models/marking/place-page.server";
import { sheetProblems } from "~/models/marking/sheet-problems.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const id = params.id ?? "";
  const page = await placePage(viewer, id, now(), languageOf(request, viewer));
  if (!page) throw notFound();
  if (!page.open) throw redirect(`/marking/${id}`);
  return {
    title: await pageTitle(request, context, "marking:finish.title"),
    page: { place: page.place, code: page.code, kind: page.kind, total: page.total },
    problems: page.total === null ? await sheetProblems(viewer, id, now(), languageOf(request, viewer)) : [],
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const id = params.id ?? "";
  const outcome = await finishMark(viewer, id, now());
  if (outcome === null) throw notFound();
  if (outcome === "finished") return redirect("/marking?done=finished");
  if (outcome === "closed") return redirect(`/marking/${id}`);
  return data({ refused: true }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Finish() {
  const { page, problems } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const { marks: points } = useFigures();
  const here = `/marking/${page.place}`;
  const incomplete = refused || page.total === null;
  return (
    <main id="main" className="narrow">
      <Crumbs
        items={[
          { label: t("marking:queue.title"), href: "/marking" },
          { label: t("marking:code", { code: page.code }), href: here },
          { label: t("marking:finish.title") },
        ]}
      />
      {incomplete && (
        <ErrorSummary
          errors={problems.map(({ title, problem }) => ({ message: t(`marking:problem.${problem}`, { title }) }))}
        />
      )}
      <PageTitle
        title={t("marking:finish.title")}
        lead={
          page.total
            ? t("marking:finish.lead", { points: points(page.total.points), max: points(page.total.max) })
            : t("marking:finish.incomplete")
        }
        meta={t("marking:finish.meta")}
      />
      <Form method="post" className="row">
        {page.total && <Button>{t("marking:finish.submit")}</Button>}
        <LinkButton href={here} variant={page.total ? "secondary" : "primary"}>
          {t("marking:finish.back")}
        </LinkButton>
      </Form>
    </main>
  );
}
