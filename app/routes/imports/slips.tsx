import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { SlipSheets } from "~/components/imports/slip-sheets";
import { PageTitle } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { now } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { importOf } from "~/http/import-of.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { countWaiting, issueImportSlips, SLIPS_PAGE } from "~/models/imports/import-slips.server";
import { mailSlips } from "~/models/imports/mail-slips.server";

async function permitted(given: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, run } = await importOf(given);
  if (run.state !== "carried-out" || !hasPower(viewer, "reset-password")) throw notFound();
  const at = now();
  return { viewer, run, at, waiting: await countWaiting(run, viewer, at) };
}

export async function loader(given: LoaderFunctionArgs) {
  const { run, waiting } = await permitted(given);
  const title = await pageTitle(given.request, given.context, "imports:slips.title");
  return { title, id: run.publicId, fileName: run.fileName, waiting, pages: Math.ceil(waiting / SLIPS_PAGE) };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, run, at, waiting } = await permitted(given);
  const page = Number((await given.request.formData()).get("page") ?? 1);
  if (!Number.isInteger(page) || page < 1 || page > Math.max(1, Math.ceil(waiting / SLIPS_PAGE))) throw badRequest();
  const slips = await issueImportSlips(run, viewer, page, at);
  const mailed = await mailSlips(slips);
  return data({
    page,
    mailed,
    slips: slips.map(({ fullName, staffCode, address, expiresAt }) => ({
      fullName,
      staffCode,
      address,
      until: `${showTime(expiresAt)} ${showCivilDate(civilDateOf(expiresAt))}`,
    })),
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Slips() {
  const { id, fileName, waiting, pages } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const { t } = useTranslation();
  const next = (made?.page ?? 0) + 1;
  return (
    <main id="main" className="wrap">
      <div className="no-print">
        <Crumbs
          items={[
            { label: t("imports:list.title"), href: "/imports" },
            { label: fileName, href: `/imports/${id}` },
            { label: t("imports:slips.title") },
          ]}
        />
        <PageTitle
          title={t("imports:slips.title")}
          lead={made ? t("people:slip.once") : t("imports:slips.lead", { count: waiting })}
          meta={made && made.mailed > 0 ? t("imports:slips.mailed", { count: made.mailed }) : t("people:slip.what")}
          actions={made && <PrintButton />}
        />
        {next <= pages && (
          <Form method="post" reloadDocument>
            <input type="hidden" name="page" value={next} />
            <div className="row">
              <Button icon="lock" variant={made ? "secondary" : "primary"}>
                {pages > 1 ? t("imports:slips.makePage", { page: next, pages }) : t("imports:slips.make")}
              </Button>
              <LinkButton href={`/imports/${id}`} variant="secondary">
                {t("imports:back")}
              </LinkButton>
            </div>
          </Form>
        )}
      </div>
      {made && <SlipSheets slips={made.slips} />}
    </main>
  );
}
