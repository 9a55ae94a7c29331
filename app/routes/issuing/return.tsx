import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ListReasonPage } from "~/components/authority/list-reason-page";
import { actWithReason, listForReason } from "~/http/list-act-with-reason.server";

export const loader = (given: LoaderFunctionArgs) => listForReason(given, "return");

export const action = (given: ActionFunctionArgs) =>
  actWithReason(given, "return", (list) => `/issuing/${list}?done=returned`);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ReturnList() {
  const { list, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ListReasonPage act="return" list={list} onceKey={onceKey} answer={answer} />;
}
