import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NameForm } from "~/components/reports/name-form";
import { now } from "~/config/clock.server";
import { isSavableAddress } from "~/domain/reporting/saved-address";
import { readNameForm } from "~/http/name-form.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requirePower } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { saveView } from "~/models/reporting/saved-view.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePower(request, context, "see-people");
  const address = new URL(request.url).searchParams.get("address") ?? "";
  if (!isSavableAddress(address)) throw notFound();
  return { title: await pageTitle(request, context, "reports:views.new"), address, onceKey: newPublicId() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requirePower(request, context, "see-people");
  const { typed, onceKey, name } = await readNameForm(request);
  if (name === null) return data({ typed: typed.name ?? "" }, 400);
  const saved = await saveView(viewer, { id: onceKey, name, address: typed.address ?? "" }, now());
  if (!saved) throw notFound();
  return redirect("/reports?done=view-saved");
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewView() {
  const { address, onceKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  return (
    <NameForm
      title={t("reports:views.new")}
      lead={t("reports:views.newLead")}
      hint={t("reports:views.nameHint")}
      submit={t("reports:views.save")}
      cancelHref={address}
      onceKey={onceKey}
      typed={refused?.typed}
      problem={refused ? t("reports:views.nameMissing") : null}
    >
      <input type="hidden" name="address" value={address} />
    </NameForm>
  );
}
