import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EvidencePage } from "~/components/evidence-file/evidence-page";
import { evidencePage, takeEvidence } from "~/http/evidence-at-the-door.server";

export const loader = (given: LoaderFunctionArgs) => evidencePage(given, "sitting");

export const action = (given: ActionFunctionArgs) => takeEvidence(given, "sitting");

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Evidence() {
  return <EvidencePage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
