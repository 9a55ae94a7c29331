import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CivilDate } from "~/components/civil-date";
import { EmptyState } from "~/components/empty-state";
import { Field } from "~/components/field";
import { FilterForm } from "~/components/filter-form";
import { PageTitle } from "~/components/page-title";
import { PrintButton } from "~/components/print-button";
import { Table } from "~/components/table";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { requirePower } from "~/http/viewer.server";
import { loadFocalDirectory } from "~/models/focal/directory.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "see-focal-directory");
  const search = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100);
  const directory = await loadFocalDirectory(viewer, search, today(), languageOf(request, viewer));
  return { title: await pageTitle(request, context, "focal:directory.title"), search, today: today(), ...directory };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Directory() {
  const { search, today, contacts, total } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  return (
    <main id="main" className="wrap">
      <PageTitle
        title={t("focal:directory.title")}
        lead={
          search
            ? t("focal:directory.found", { count: contacts.length, total })
            : t("focal:directory.lead", { count: total })
        }
        meta={
          <>
            {t("focal:directory.date")} <CivilDate date={today} />
          </>
        }
        actions={<PrintButton />}
      />
      <FilterForm submit={t("focal:directory.submit")}>
        <Field
          id="q"
          name="q"
          type="search"
          label={t("focal:directory.search")}
          hint={t("focal:directory.hint")}
          defaultValue={search}
          autoComplete="off"
        />
      </FilterForm>
      {contacts.length === 0 ? (
        <EmptyState title={t("focal:directory.none")}>
          <p>{t("focal:directory.noneText")}</p>
        </EmptyState>
      ) : (
        <div className="section-s">
          <Table
            caption={t("focal:directory.title")}
            columns={[
              { key: "unit", label: t("focal:column.unit") },
              { key: "name", label: t("focal:directory.name") },
              { key: "email", label: t("focal:directory.email") },
              { key: "phone", label: t("focal:directory.phone") },
              { key: "paper", label: t("focal:directory.certificate") },
            ]}
            rows={contacts.map(({ unit, unitName, name, part, workEmail, workPhone, certificate }) => ({
              key: `${unit} ${name} ${part} ${workEmail}`,
              cells: [
                unitName,
                <span key="name">
                  {name}
                  <br />
                  <span className="meta">{t(`focal:directory.part.${part}`)}</span>
                </span>,
                workEmail ? (
                  <a key="email" href={`mailto:${workEmail}`}>
                    {workEmail}
                  </a>
                ) : (
                  t("focal:nothing")
                ),
                workPhone ? (
                  <a key="phone" href={`tel:${workPhone.replace(/[^\d+]/g, "")}`}>
                    {workPhone}
                  </a>
                ) : (
                  t("focal:nothing")
                ),
                certificate === null ? (
                  t("focal:directory.noCertificate")
                ) : certificate.until === null ? (
                  t("focal:directory.noEnd")
                ) : (
                  <span key="paper">
                    {t("hr:focal.until")} <CivilDate date={certificate.until} />
                  </span>
                ),
              ],
            }))}
          />
        </div>
      )}
    </main>
  );
}
