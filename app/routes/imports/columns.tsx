import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { Field } from "~/components/field";
import { ColumnsTable } from "~/components/imports/columns-table";
import { FullListChoice } from "~/components/imports/full-list-choice";
import { SheetChoice } from "~/components/imports/sheet-choice";
import { PageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { now, today } from "~/config/clock.server";
import { type FIELDS_OF, mappingProblems } from "~/domain/imports/fields";
import { readColumns } from "~/http/import-form.server";
import { importOf } from "~/http/import-of.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest, notFound } from "~/http/refusals.server";
import { startImport } from "~/jobs/start-import.server";
import { chooseColumns } from "~/models/imports/choose-columns.server";
import { keepProfile, proposeMapping } from "~/models/imports/import-profiles.server";
import { unitOptions } from "~/models/organisation/unit-options.server";

export async function loader(given: LoaderFunctionArgs) {
  const { viewer, run } = await importOf(given);
  if (run.state === "running") throw redirect(`/imports/${run.publicId}`);
  if (!run.reading || run.changeId !== null) throw notFound();
  const { sheets, choice } = run.reading;
  const asked = new URL(given.request.url).searchParams.get("sheet");
  const firstWithRows = Math.max(
    0,
    sheets.findIndex(({ headingRow, rows }) => headingRow !== null && rows > 0),
  );
  const place = asked === null ? (choice?.sheet ?? firstWithRows) : Number(asked);
  const sheet = sheets[place];
  if (!sheet) throw notFound();
  const proposal = await proposeMapping(viewer, run.kind, sheet.headings);
  const language = languageOf(given.request, viewer);
  return {
    title: await pageTitle(given.request, given.context, "imports:columns.title"),
    id: run.publicId,
    kind: run.kind,
    fileName: run.fileName,
    format: run.reading.format,
    encoding: run.reading.encoding,
    place,
    sheet,
    sheets: sheets.map(({ name, rows }) => ({ name, rows })),
    mapping: choice && choice.sheet === place ? choice.mapping : proposal.mapping,
    profile: proposal.profile,
    choice,
    units: run.kind === "people" ? await unitOptions(viewer, "import-people", run.effective, language, today()) : [],
  };
}

export async function action(given: ActionFunctionArgs) {
  const { viewer, run } = await importOf(given);
  const form = await given.request.formData();
  const headings = run.reading?.sheets[Number(form.get("sheet") ?? 0)]?.headings;
  if (!headings) throw badRequest();
  const { profile, ...choice } = readColumns(form, run.kind, headings.length);
  const { missing, twice } = mappingProblems(run.kind, choice.mapping);
  const noUnit = choice.fullListOf === "";
  if (missing.length + twice.length > 0 || noUnit) {
    return data({ missing, twice, noUnit, typed: { ...choice, profile } }, { status: 400 });
  }
  const at = now();
  if (!(await chooseColumns(run, viewer, choice, at))) throw badRequest();
  if (profile) await keepProfile(viewer, { kind: run.kind, name: profile, headings, mapping: choice.mapping }, at);
  await startImport({ importId: run.id, run: run.publicId, step: "try", by: viewer.accountId, at });
  return redirect(`/imports/${run.publicId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Columns() {
  const { id, kind, fileName, format, encoding, place, sheet, sheets, mapping, profile, choice, units } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const named = (fields: readonly (typeof FIELDS_OF)[typeof kind][number][]) =>
    fields.map((field) => t(`imports:field.${field}`)).join(", ");
  const errors = refused
    ? [
        ...(refused.missing.length > 0
          ? [{ fieldId: "column0", message: t("imports:columns.missing", { fields: named(refused.missing) }) }]
          : []),
        ...(refused.twice.length > 0
          ? [{ fieldId: "column0", message: t("imports:columns.twice", { fields: named(refused.twice) }) }]
          : []),
        ...(refused.noUnit ? [{ fieldId: "unit", message: t("imports:columns.noUnit") }] : []),
      ]
    : [];
  const read = encoding ? t(`imports:encoding.${encoding}`) : format.toUpperCase();
  return (
    <main id="main" className="wrap">
      <Crumbs items={[{ label: t("imports:list.title"), href: "/imports" }, { label: fileName }]} />
      <ErrorSummary errors={errors} />
      <PageTitle
        title={t("imports:columns.title")}
        lead={
          profile
            ? t("imports:columns.remembered", { profile })
            : t("imports:columns.guessed", { known: mapping.filter(Boolean).length, count: sheet.headings.length })
        }
        meta={t("imports:columns.read", { read, rows: sheet.rows, row: sheet.headingRow ?? 0 })}
      />
      <SheetChoice sheets={sheets} place={place} />
      <Form method="post" className="flow section-s" key={place}>
        <input type="hidden" name="sheet" value={place} />
        <ColumnsTable kind={kind} sheet={sheet} mapping={refused?.typed.mapping ?? mapping} />
        {kind === "people" && (
          <FullListChoice
            units={units}
            chosen={refused?.typed.fullListOf ?? choice?.fullListOf ?? null}
            endReason={refused?.typed.endReason ?? choice?.endReason ?? "end-of-term"}
            noUnit={refused?.noUnit ?? false}
          />
        )}
        <Section title={t("imports:columns.keep")} className="section">
          <div className="section-s">
            <Field
              id="profile"
              name="profile"
              label={t("imports:columns.profile")}
              hint={t("imports:columns.profileHint")}
              defaultValue={refused?.typed.profile ?? profile ?? ""}
              maxLength={80}
              optional
            />
          </div>
        </Section>
        <div className="row">
          <Button iconAfter="right">{t("imports:columns.submit")}</Button>
          <LinkButton href={`/imports/${id}`} variant="secondary">
            {t("imports:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
