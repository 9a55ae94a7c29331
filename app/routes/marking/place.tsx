import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Anchor } from "~/components/anchor";
import { Crumbs } from "~/components/crumbs";
import { FinishedSheet } from "~/components/marking/finished-sheet";
import { MarkSheet } from "~/components/marking/mark-sheet";
import { WorkToMark } from "~/components/marking/work-to-mark";
import { Note } from "~/components/note";
import { PageTitle } from "~/components/page-title";
import { Toast } from "~/components/toast";
import { now } from "~/config/clock.server";
import { sheetOfFields } from "~/domain/assessment/sheet-fields";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { saveMarkDraft } from "~/models/marking/mark-draft.server";
import { placePage } from "~/models/marking/place-page.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const page = await placePage(viewer, params.id ?? "", now(), languageOf(request, viewer));
  if (!page) throw notFound();
  return { page, done: readDone(request, ["saved"]) };
}

/** Saves what is written; finishing it is asked for on a page of its own. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "mark-work");
  const form = await request.formData();
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === "string") fields[name] = value;
  const draft = { sheet: sheetOfFields(fields), clientKey: fields.clientKey || null };
  const outcome = await saveMarkDraft(viewer, params.id ?? "", draft, now());
  if (!outcome) throw notFound();
  if (!outcome.ok && outcome.refusal !== "closed") throw badRequest();
  const here = `/marking/${params.id}`;
  if (!outcome.ok) return redirect(here);
  return redirect(fields.next === "finish" ? `${here}/finish` : `${here}?done=saved`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.code ?? ""} · Cầu Nối` }];

export default function Place() {
  const { page, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const here = `/marking/${page.place}`;
  return (
    <main id="main" className="wrap">
      <Crumbs
        items={[
          { label: t("marking:queue.title"), href: "/marking" },
          { label: t("marking:code", { code: page.code }) },
        ]}
      />
      {done && (
        <Toast tone="ok" closeHref={here}>
          {t("marking:place.saved")}
        </Toast>
      )}
      <PageTitle
        kicker={[t(`marking:kind.${page.kind}`), page.course].join(" · ")}
        title={t("marking:code", { code: page.code })}
        meta={t(page.kind === "appeal" ? "marking:place.blindAppeal" : "marking:place.blind")}
      />
      {page.closed && (
        <Note tone="warn" title={t("marking:place.closed")}>
          <p>{t("marking:place.closedText")}</p>
        </Note>
      )}
      <div className="split-3-2">
        <WorkToMark page={page} />
        <div className="flow-l">
          {page.open && <MarkSheet page={page} />}
          {page.mark && <FinishedSheet page={page} mark={page.mark} />}
          {page.open && (
            <p className="row">
              {page.kind === "task" && (
                <Anchor className="tap" href={`${here}/rework`}>
                  {t("marking:place.toRework")}
                </Anchor>
              )}
              <Anchor className="tap" href={`${here}/give-back`}>
                {t("marking:place.toGiveBack")}
              </Anchor>
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
