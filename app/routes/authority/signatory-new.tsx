import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignatoryPage } from "~/components/authority/signatory-page";
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
  const answer = useActionData<typeof action>();
  return <SignatoryPage act="new" {...useLoaderData<typeof loader>()} fields={{}} answer={answer} />;
}
