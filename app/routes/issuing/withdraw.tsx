import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ListReasonPage } from "~/components/authority/list-reason-page";
import { actWithReason, listForReason } from "~/http/list-act-with-reason.server";

export const loader = (given: LoaderFunctionArgs) => listForReason(given, "withdraw");

export const action = (given: ActionFunctionArgs) => actWithReason(given, "withdraw", () => "/issuing?done=withdrawn");

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function WithdrawList() {
  const { list, onceKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ListReasonPage act="withdraw" list={list} onceKey={onceKey} answer={answer} />;
}
