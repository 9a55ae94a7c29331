import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ActLine, ProblemLine } from "~/domain/organisation/describe-act";
import { Anchor } from "../anchor";
import { ActProblems, ActSentence } from "./act-sentence";

export interface ActListProps {
  /** address of the plan */
  href: string;
  acts: readonly (ActLine & { problems: readonly ProblemLine[] })[];
  /** the state that is shown: goes along with each change */
  savedAt: string;
}

/** The acts of a plan in their order, each with what stands in its way and with the ways to change it. */
export function ActList({ href, acts, savedAt }: ActListProps) {
  const { t } = useTranslation();
  return (
    <Form method="post" action={`${href}/acts`}>
      <input type="hidden" name="seen" value={savedAt} />
      <ol className="plain act-list">
        {acts.map((act, index) => {
          const number = index + 1;
          const button = (order: "up" | "down" | "remove") => (
            <button type="submit" className="link-button" name={order} value={index}>
              {t(`reorganisation:plan.${order}`)}
              <span className="sr"> {t("reorganisation:plan.ofAct", { number })}</span>
            </button>
          );
          return (
            // an act is where it stands
            // biome-ignore lint/suspicious/noArrayIndexKey: acts have no other name
            <li key={index} id={`act-${number}`}>
              <span className="figs" aria-hidden="true">
                {number}
              </span>
              <div>
                <p className="rows-title">
                  <ActSentence line={act} />
                </p>
                <ActProblems problems={act.problems} />
                <p className="row act-tools">
                  <Anchor className="tap" href={`${href}/acts/${number}`}>
                    {t("reorganisation:plan.edit")}
                    <span className="sr"> {t("reorganisation:plan.ofAct", { number })}</span>
                  </Anchor>
                  {index > 0 && button("up")}
                  {index < acts.length - 1 && button("down")}
                  {button("remove")}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Form>
  );
}
