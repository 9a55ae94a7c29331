import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { PageTitle } from "~/components/page-title";
import { RequestFields } from "~/components/request-fields";
import { Row, Rows } from "~/components/rows";
import { now, today } from "~/config/clock.server";
import { isRequestKind, REQUEST_KINDS } from "~/domain/requests/request-kind";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { badRequest } from "~/http/refusals.server";
import { readRequestForm } from "~/http/request-form.server";
import { requireViewer } from "~/http/viewer.server";
import { newPublicId } from "~/models/public-id.server";
import { raiseRequest } from "~/models/requests/raise-request.server";
import { requestChoices } from "~/models/requests/request-choices.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("kind");
  if (asked !== null && !isRequestKind(asked)) throw badRequest();
  return {
    title: await pageTitle(request, context, "requests:new.title"),
    kind: asked,
    /** what the page that led here is about: a programme, a competency, an attempt, a course */
    about: searchParams.get("about") ?? "",
    today: today(),
    onceKey: newPublicId(),
    choices: asked === null ? null : await requestChoices(viewer, now(), languageOf(request, viewer)),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const form = await readRequestForm(request);
  if (form.request === null) return data({ problems: form.problems, typed: form.typed }, { status: 400 });
  const raised = await raiseRequest(viewer, form.request, now());
  if (raised === null) throw badRequest();
  return redirect(`/requests/${raised}?done=raised`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRequest() {
  const { kind, about, today, onceKey, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { t } = useTranslation();
  const crumbs = (last: string) => (
    <Crumbs items={[{ label: t("requests:list.title"), href: "/requests" }, { label: last }]} />
  );
  if (kind === null || choices === null) {
    return (
      <main id="main" className="narrow">
        {crumbs(t("requests:new.title"))}
        <PageTitle title={t("requests:new.title")} lead={t("requests:new.lead")} />
        <Rows>
          {REQUEST_KINDS.map((each) => (
            <Row
              key={each}
              heading={3}
              title={t(`requests:kind.${each}`)}
              href={`/requests/new?kind=${each}`}
              meta={t(`requests:what.${each}`)}
            />
          ))}
        </Rows>
      </main>
    );
  }
  const problems = refused?.problems ?? [];
  const typed: Record<string, string> = refused?.typed ?? {};
  return (
    <main id="main" className="narrow">
      {crumbs(t(`requests:kind.${kind}`))}
      <ErrorSummary
        errors={problems.map((problem) => ({
          fieldId: problem.startsWith("proof") ? "proof" : problem,
          message: t(`requests:problem.${problem}`),
        }))}
      />
      <PageTitle title={t(`requests:kind.${kind}`)} lead={t(`requests:what.${kind}`)} />
      <Form method="post" encType="multipart/form-data" className="flow" key={kind}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="onceKey" value={typed.onceKey ?? onceKey} />
        <RequestFields
          kind={kind}
          about={about}
          today={today}
          choices={choices}
          typed={typed}
          problems={problems.map((problem) => ({ problem, message: t(`requests:problem.${problem}`) }))}
        />
        <div className="row">
          <Button>{t("requests:new.submit")}</Button>
          <LinkButton href="/requests" variant="secondary">
            {t("requests:new.cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
