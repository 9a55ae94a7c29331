import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActPage } from "~/components/authority/act-page";
import { SignatoryFields } from "~/components/authority/signatory-fields";
import { useSignatoryProblems } from "~/components/authority/use-signatory-problems";
import { errorsByField } from "~/components/errors-by-field";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { saveSignatory } from "~/http/save-signatory.server";
import { requirePower } from "~/http/viewer.server";
import { recordSignatory } from "~/models/certification/record-signatory.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  return {
    title: await pageTitle(request, context, "authority:signatory.new.title"),
    units: await unitOptions(viewer, "manage-programmes", today(), languageOf(request, viewer)),
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  return saveSignatory(request, viewer, false, (order, by) => recordSignatory(viewer, order, by));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewSignatory() {
  const { units, today, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation();
  const problems = useSignatoryProblems(answer);
  return (
    <ActPage
      crumbs={[{ label: t("authority:overview.title"), href: "/authority" }]}
      title={t("authority:signatory.new.title")}
      lead={t("authority:signatory.new.lead")}
      problems={problems}
      onceKey={onceKey}
      submit={t("authority:signatory.new.submit")}
      back="/authority"
    >
      <SignatoryFields
        typed={answer?.typed ?? {}}
        errorOf={errorsByField(problems)}
        units={units}
        choices={answer?.choices ?? []}
        today={today}
      />
    </ActPage>
  );
}
