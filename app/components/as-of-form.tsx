import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Button } from "./button";

export interface AsOfFormProps {
  /** "Số liệu tại ngày", "Xem hồ sơ tại ngày" */
  label: string;
  date: CivilDate;
  name?: string;
  /** What else the address must keep. */
  keep?: readonly { name: string; value: string }[];
  /** Buttons beside it: an export. */
  children?: ReactNode;
}

/** The date that the figures on the page are of: a GET form, so that every answer has an address. */
export function AsOfForm({ label, date, name = "asOf", keep = [], children }: AsOfFormProps) {
  const { t } = useTranslation("parts");
  return (
    <form className="asof" method="get">
      {keep.map((field) => (
        <input key={field.name} type="hidden" name={field.name} value={field.value} />
      ))}
      <div className="field">
        <label htmlFor="as-of">{label}</label>
        <input
          // a new date from the server replaces what was typed
          key={date}
          className="input"
          id="as-of"
          name={name}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={showCivilDate(date)}
        />
      </div>
      <Button variant="secondary">{t("asOf.show")}</Button>
      {children}
    </form>
  );
}
