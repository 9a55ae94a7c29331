import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/badge";
import { Button } from "~/components/button";
import { Check, Choices } from "~/components/choice";
import { Crumbs } from "~/components/crumbs";
import { PageTitle } from "~/components/page-title";
import { Row, Rows } from "~/components/rows";
import { Section } from "~/components/section";
import { Toast } from "~/components/toast";
import { now, today } from "~/config/clock.server";
import { HANDOVER_SIDES } from "~/domain/people/handover-checklist";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { readDone } from "~/http/done.server";
import { languageOf } from "~/http/language.server";
import { pageTitle } from "~/http/page-title.server";
import { notFound } from "~/http/refusals.server";
import { requireViewer } from "~/http/viewer.server";
import { confirmHandover, loadHandover } from "~/models/handovers/handovers.server";

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const handover = await loadHandover(viewer, params.id ?? "", today(), languageOf(request, viewer));
  if (!handover) throw notFound();
  return {
    title: await pageTitle(request, context, "staffing:handover.title"),
    handover,
    done: readDone(request, ["confirmed"]),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(request, context);
  const items = (await request.formData()).getAll("item").map(String);
  if (!(await confirmHandover(viewer, params.id ?? "", items, now()))) throw notFound();
  return redirect(`/handovers/${params.id}${items.length > 0 ? "?done=confirmed" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Handover() {
  const { handover, done } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { side, items, state, outgoing, incoming } = handover;
  const mine = side === null ? [] : items.filter((item) => item.confirmed[side] === null);
  const sides = HANDOVER_SIDES.filter((each) => each === "incoming" || outgoing !== null);
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            side === null
              ? { label: t("people:list.title"), href: "/people" }
              : { label: t("people:me.title"), href: "/me" },
            { label: t("staffing:handover.title") },
          ]}
        />
        {done && (
          <Toast tone="ok" closeHref={`/handovers/${handover.handover}`}>
            {t("staffing:handover.done")}
          </Toast>
        )}
        <PageTitle
          title={t("staffing:handover.title")}
          lead={
            outgoing
              ? t("staffing:handover.lead", { outgoing, incoming, position: handover.position, unit: handover.unit })
              : t("staffing:handover.leadVacant", { incoming, position: handover.position, unit: handover.unit })
          }
          meta={t("staffing:handover.on", { date: showCivilDate(handover.on) })}
        >
          <p className="row">
            {state.complete ? (
              <Badge tone="ok">{t("staffing:handover.complete")}</Badge>
            ) : (
              sides.map((each) => (
                <Badge key={each} tone={state.left[each] === 0 ? "ok" : "warn"}>
                  {state.left[each] === 0
                    ? t(`staffing:handover.doneBy.${each}`)
                    : t(`staffing:handover.left.${each}`, { count: state.left[each] })}
                </Badge>
              ))
            )}
          </p>
        </PageTitle>
      </div>
      {side !== null && mine.length > 0 && (
        <Section title={t(`staffing:handover.yours.${side}`)}>
          <Form method="post" className="flow section-s">
            <Choices legend={t(`staffing:handover.ask.${side}`)} hint={t("staffing:handover.hint")}>
              {mine.map((item) => (
                <Check key={item.key} name="item" value={item.key}>
                  {item.text}
                </Check>
              ))}
            </Choices>
            <p>
              <Button>{t("staffing:handover.submit")}</Button>
            </p>
          </Form>
        </Section>
      )}
      <Section title={t("staffing:handover.list")} meta={t("staffing:handover.items", { count: items.length })}>
        <Rows>
          {items.map((item) => (
            <Row
              key={item.key}
              title={item.text}
              meta={sides.map((each) => {
                const said = item.confirmed[each];
                return (
                  <span key={each}>
                    {said
                      ? t(`staffing:handover.said.${each}`, {
                          name: said.by,
                          time: showTime(said.at),
                          date: showCivilDate(civilDateOf(said.at)),
                        })
                      : t(`staffing:handover.notYet.${each}`)}
                    <br />
                  </span>
                );
              })}
            />
          ))}
        </Rows>
      </Section>
    </main>
  );
}
