import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button";

/**
 * A list from which people are chosen, for an order to many at once. `all`: how many the whole list has, where it can be meant as
 * a whole; `list`: what the list was asked for.
 */
export function ChoosePeople({
  offered,
  all = null,
  list = [],
  children,
}: {
  /** false: the list alone */
  offered: boolean;
  all?: number | null;
  list?: readonly { name: string; value: string | null }[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  if (!offered) return children;
  return (
    <form method="get" action="/duties/new">
      {list.map(({ name, value }) => value !== null && <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <div className="row section-xs no-print">
        <Button variant="secondary">{t("rules:choose.these")}</Button>
        {all !== null && all > 0 && (
          <Button variant="secondary" name="all" value="1">
            {t("rules:choose.all", { count: all })}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The box before a name. */
export function ChoosePerson({ person, name }: { person: string; name: string }) {
  const { t } = useTranslation();
  return (
    <label className="check no-print">
      <input type="checkbox" name="person" value={person} />
      <span className="sr">{t("rules:choose.person", { name })}</span>
    </label>
  );
}
