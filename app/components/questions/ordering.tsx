import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldName, readFormAnswer } from "~/domain/assessment/form-answer";
import type { ShownJudgement, ShownOrdering, ShownPart } from "~/domain/assessment/shown-item";
import { Icon } from "../icon";
import { hintId, QuestionFrame } from "./question-frame";

interface Arranged {
  /** all tokens, as they stand */
  order: readonly string[];
  /** false: nobody has put them in order yet */
  answered: boolean;
}

/**
 * Steps to put in order. Each has a select for its place, which is all that a plain form needs. Where JavaScript runs, the list
 * shows the order that the places make, buttons move a step up and down, and what has moved is said aloud.
 */
export function OrderingFields({
  item,
  parts,
  order,
  errors,
}: {
  item: ShownOrdering | ShownJudgement;
  parts: readonly ShownPart[];
  order: readonly string[];
  errors?: readonly string[];
}) {
  const { t } = useTranslation("question");
  const shown = parts.map(({ token }) => token);
  const [state, setState] = useState<Arranged>({
    order: order.length === shown.length ? order : shown,
    answered: order.length === shown.length,
  });
  const [alive, setAlive] = useState(false);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const after = useRef<{ focus: string } | null>(null);

  useEffect(() => {
    setAlive(true);
    // places that were chosen before the page came alive
    const form = list.current?.closest("form");
    const found = form ? readFormAnswer(new FormData(form), item.number, "order") : [];
    if (Array.isArray(found) && found.length > 0) setState({ order: found, answered: true });
  }, [item.number]);

  // a row that moves loses the focus; and the form hears of the change once its selects say it
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order
  useEffect(() => {
    if (!after.current) return;
    document.getElementById(after.current.focus)?.focus();
    after.current = null;
    list.current?.querySelector("select")?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [state]);

  const textOf = (token: string) => parts.find((part) => part.token === token)?.text ?? "";

  function move(token: string, to: number, focus: string) {
    const from = state.order.indexOf(token);
    const place = Math.min(Math.max(to, 0), shown.length - 1);
    const rest = state.order.filter((each) => each !== token);
    after.current = { focus };
    setState({ order: [...rest.slice(0, place), token, ...rest.slice(place)], answered: true });
    if (from !== place || !state.answered) {
      setSaid(t("ordering.moved", { text: textOf(token), place: place + 1, count: shown.length }));
    }
  }

  function choose(token: string, place: string) {
    const id = fieldName(item.number, token);
    if (place !== "") return move(token, Number(place) - 1, id);
    after.current = { focus: id };
    setState({ order: shown, answered: false });
    setSaid(t("ordering.cleared"));
  }

  return (
    <QuestionFrame item={item} hint={t(item.type === "ordering" ? "hint.ordering" : "hint.rank")} errors={errors}>
      <ol className="plain answer-rows order-rows" ref={list}>
        {state.order.map((token, index) => {
          const id = fieldName(item.number, token);
          const text = textOf(token);
          return (
            <li key={token}>
              <span className="order-place">
                <select
                  id={id}
                  name={id}
                  className="input"
                  aria-label={t("ordering.placeOf", { text })}
                  aria-describedby={hintId(item.number)}
                  value={state.answered ? String(index + 1) : ""}
                  onChange={(event) => choose(token, event.target.value)}
                >
                  <option value="">–</option>
                  {shown.map((each, place) => (
                    <option key={each} value={place + 1}>
                      {place + 1}
                    </option>
                  ))}
                </select>
              </span>
              <span className="order-text">{text}</span>
              {alive && (
                <span className="order-buttons">
                  {(["up", "down"] as const).map((way) => (
                    <button
                      key={way}
                      id={`${id}.${way}`}
                      type="button"
                      className="btn btn-2 order-button"
                      aria-label={t(`ordering.${way}`, { text })}
                      onClick={() => move(token, index + (way === "up" ? -1 : 1), `${id}.${way}`)}
                    >
                      <Icon name={way} />
                    </button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="sr" role="status">
        {said}
      </p>
    </QuestionFrame>
  );
}
