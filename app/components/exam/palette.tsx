import { useTranslation } from "react-i18next";
import { Icon } from "../icon";

export interface PaletteItem {
  /** 1-based */
  number: number;
  answered: boolean;
  flagged: boolean;
  current: boolean;
}

export interface PaletteProps {
  items: readonly PaletteItem[];
  /** The id of the form that holds the answer: going elsewhere saves it first. */
  form: string;
  /** The name under which the number is sent. */
  name: string;
}

/** All questions of a paper as submit buttons, with a legend. */
export function Palette({ items, form, name }: PaletteProps) {
  const { t } = useTranslation();
  return (
    <>
      <ol className="plain palette">
        {items.map((item) => {
          const words = [
            t("exam:palette.question", { number: item.number }),
            item.answered ? t("exam:palette.answered") : t("exam:palette.unanswered"),
            item.flagged && t("exam:palette.flagged"),
            item.current && t("exam:palette.current"),
          ];
          const states = [item.answered && "done", item.current && "now"].filter(Boolean).join(" ");
          return (
            <li key={item.number}>
              <button
                type="submit"
                form={form}
                name={name}
                value={item.number}
                formNoValidate
                data-q={states || undefined}
                aria-label={words.filter(Boolean).join(", ")}
                aria-current={item.current ? "step" : undefined}
              >
                {item.number}
                {item.flagged && <Icon name="flag" />}
              </button>
            </li>
          );
        })}
      </ol>
      <ul className="plain key palette-key">
        <li>
          <i data-q="done" />
          {t("exam:palette.answered")}
        </li>
        <li>
          <i data-q="todo" />
          {t("exam:palette.unanswered")}
        </li>
        <li>
          <Icon name="flag" />
          {t("exam:palette.flagged")}
        </li>
        <li>
          <i data-q="now" />
          {t("exam:palette.current")}
        </li>
      </ul>
    </>
  );
}
