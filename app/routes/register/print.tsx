import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Became } from "~/components/authority/register-words";
import { LinkButton } from "~/components/button";
import { PageTitle } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { Signatures } from "~/components/sittings/official-sheet";
import { today } from "~/config/clock.server";
import { hasPower } from "~/domain/permissions/viewer";
import { showCivilDate } from "~/domain/time/civil-date";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { readRegisterQuery, registerAddress } from "~/http/register-query.server";
import { requireViewer } from "~/http/viewer.server";
import { loadRegister, REGISTER_PRINT } from "~/models/certification/register.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  if (!hasPower(viewer, "prepare-certificates") && !hasPower(viewer, "sign-certificates")) throw notFound();
  const query = { ...readRegisterQuery(request), page: 1 };
  const view = await loadRegister(viewer, query, today(), languageOf(request, viewer), REGISTER_PRINT);
  if (!view) throw notFound();
  return {
    title: await pageTitle(request, context, "authority:register.short"),
    view,
    year: query.year,
    today: today(),
    back: registerAddress("/register", query),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintRegister() {
  const { view, year, today, back } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const programmes = new Set(view.lines.map(({ programme }) => programme));
  // where all are of one programme it is said once, above
  const only = programmes.size === 1 ? view.lines[0]?.programme : undefined;
  return (
    <main id="main" className="wrap">
      <div className="no-print">
        <PageTitle
          title={t("authority:register.print")}
          meta={
            view.total > view.lines.length
              ? t("authority:register.tooMany", { shown: view.lines.length, count: view.total })
              : t("authority:register.printNote")
          }
          actions={
            <div className="row actions">
              <PrintButton />
              <LinkButton href={back} variant="secondary" icon="left">
                {t("authority:register.back")}
              </LinkButton>
            </div>
          }
        />
      </div>
      <article className="report official report-wide" aria-label={view.heading}>
        <h2>{view.heading}</h2>
        <p>
          {t("authority:register.ofYear", { year, date: showCivilDate(today), count: view.total })}
          {only && ` ${t("authority:register.ofProgramme", { programme: only })}`}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="report-scroll" aria-label={view.heading} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t("authority:column.serial")}</th>
                <th scope="col">{t("authority:column.name")}</th>
                <th scope="col">{t("authority:column.unit")}</th>
                {!only && <th scope="col">{t("authority:field.programme")}</th>}
                <th scope="col">{t("authority:column.issued")}</th>
                <th scope="col">{t("authority:column.until")}</th>
                <th scope="col">{t("authority:column.decision")}</th>
                <th scope="col">{t("authority:column.became")}</th>
              </tr>
            </thead>
            <tbody>
              {view.lines.map((line) => (
                <tr key={line.id}>
                  <td className="nowrap">{line.serial}</td>
                  <td>{line.holder}</td>
                  <td>{line.unit}</td>
                  {!only && <td>{line.programme}</td>}
                  <td>{showCivilDate(line.issuedOn)}</td>
                  <td>{line.lastDay === null ? t("authority:register.open") : showCivilDate(line.lastDay)}</td>
                  <td>
                    {t("authority:decisionOf", {
                      number: line.decision.number,
                      date: showCivilDate(line.decision.signedOn),
                    })}
                  </td>
                  <td>
                    <Became line={line} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Signatures
          who={[
            { title: t("authority:register.keeper"), name: "" },
            { title: t("authority:register.head"), name: "" },
          ]}
        />
      </article>
    </main>
  );
}
