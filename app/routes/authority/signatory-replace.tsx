import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignatoryPage } from "~/components/authority/signatory-page";
import { today } from "~/config/clock.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { saveSignatory } from "~/http/save-signatory.server";
import { fieldsOf } from "~/http/signatory-form.server";
import { requirePower } from "~/http/viewer.server";
import { replaceSignatory } from "~/models/certification/record-signatory.server";
import { findSignatoryFor } from "~/models/certification/signatory-pages.server";
import { unitOptions } from "~/models/organisation/unit-options.server";
import { newPublicId } from "~/models/public-id.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const language = languageOf(request, viewer);
  const signatory = await findSignatoryFor(viewer, params.id ?? "", today(), language);
  if (!signatory) throw notFound();
  return {
    title: await pageTitle(request, context, "authority:signatory.replace.title"),
    fields: fieldsOf(signatory.content, signatory.unitPublicId, signatory.person?.staffCode ?? null),
    units: await unitOptions(viewer, "manage-programmes", today(), language),
    today: today(),
    onceKey: newPublicId(),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "manage-programmes");
  const id = params.id ?? "";
  const signatory = await findSignatoryFor(viewer, id, today(), "vi");
  if (!signatory) throw notFound();
  return saveSignatory(request, viewer, signatory.content.sample, (order, by) =>
    replaceSignatory(viewer, id, order, by),
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReplaceSignatory() {
  const answer = useActionData<typeof action>();
  return <SignatoryPage act="replace" {...useLoaderData<typeof loader>()} answer={answer} />;
}
