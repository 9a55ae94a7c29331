import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "~/components/button";
import { Crumbs } from "~/components/crumbs";
import { ErrorSummary } from "~/components/error-summary";
import { errorsByField } from "~/components/errors-by-field";
import { RegradeFields } from "~/components/exams/regrade-fields";
import { SelectField } from "~/components/field";
import { PageTitle } from "~/components/page-title";
import { today } from "~/config/clock.server";
import { examOf } from "~/http/exam-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";
import { regradeOf } from "~/http/regrade-at-the-door.server";
import { readRegradeRule } from "~/http/regrade-form.server";
import { bankQuestions } from "~/models/regrades/asked-questions.server";

export async function loader(given: LoaderFunctionArgs) {
  const { request, context } = given;
  const title = await pageTitle(request, context, "statistics:regrade.begin");
  const url = new URL(request.url);
  if (!url.searchParams.get("question")) {
    const { head, language } = await examOf(given, "regrade-exams");
    const bank = await bankQuestions(head.slug, today());
    const questions = bank.map(({ key, stem }) => ({ value: key, label: stem[language] }));
    return data({ step: "question" as const, title, head, questions });
  }
  const { head, params, question, shown } = await regradeOf(given);
  const asked = params.has("kind") || params.has("checked");
  const read = asked ? readRegradeRule(params, question) : null;
  if (read && "rule" in read) throw redirect(`/exams/${head.slug}/regrade/preview${url.search}`);
  const texts = Object.fromEntries(
    shown.texts.map((gap) => [gap, params.get(gap === "" ? "text" : `text.${gap}`)?.slice(0, 2000) ?? ""]),
  );
  const typed = {
    kind: params.get("kind"),
    options: params.getAll("option"),
    versions: asked ? params.getAll("version").map(Number) : null,
    texts,
  };
  const wrong = read?.wrong ?? [];
  return data({ step: "rule" as const, title, head, shown, typed, wrong }, { status: wrong.length > 0 ? 400 : 200 });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function NewRegrade() {
  const given = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { head } = given;
  const problems =
    given.step === "rule"
      ? given.wrong.map((field) => ({
          fieldId: field === "key" ? "kind" : field,
          message: t(`statistics:regrade.wrong.${field}`),
        }))
      : [];
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("exams:list.title"), href: "/exams" },
            { label: head.course, href: `/exams/${head.slug}` },
            { label: t("statistics:regrade.title"), href: `/exams/${head.slug}/regrade` },
            { label: t("statistics:regrade.begin") },
          ]}
        />
        <ErrorSummary errors={problems} />
        <PageTitle
          title={given.step === "rule" ? given.shown.stem : t("statistics:regrade.begin")}
          kicker={given.step === "rule" ? t("statistics:regrade.begin") : undefined}
          lead={t("statistics:regrade.newLead")}
        />
      </div>
      <Form method="get" className="flow">
        {given.step === "question" ? (
          <SelectField
            id="question"
            name="question"
            label={t("statistics:regrade.question")}
            hint={t("statistics:regrade.questionHint")}
            options={given.questions}
          />
        ) : (
          <>
            <input type="hidden" name="question" value={given.shown.key} />
            <input type="hidden" name="checked" value="1" />
            <RegradeFields {...given.shown} typed={given.typed} errorOf={errorsByField(problems)} />
          </>
        )}
        <div className="row">
          <Button>{t(given.step === "rule" ? "statistics:regrade.toPreview" : "statistics:regrade.next")}</Button>
          <LinkButton href={`/exams/${head.slug}/regrade`} variant="secondary">
            {t("statistics:cancel")}
          </LinkButton>
        </div>
      </Form>
    </main>
  );
}
