import { today } from "~/config/clock.server";
import type { RegisterQuery } from "~/models/certification/register.server";

/** What the address asks of the register; what is not a year, a key or a page is left out. */
export function readRegisterQuery(request: Request): RegisterQuery {
  const { searchParams } = new URL(request.url);
  const fitting = (name: string, form: RegExp) => {
    const given = searchParams.get(name) ?? "";
    return form.test(given) ? given : null;
  };
  return {
    year: fitting("year", /^(19|20)\d\d$/) ?? today().slice(0, 4),
    programme: fitting("programme", /^[a-z0-9-]{1,80}$/),
    unit: fitting("unit", /^[0-9a-z]{1,40}$/),
    page: Number(fitting("page", /^[1-9]\d{0,5}$/) ?? 1),
  };
}

/** The address of the register for a query, with other parts where given. */
export function registerAddress(path: string, { year, programme, unit }: RegisterQuery, page = 1): string {
  const parts = new URLSearchParams({ year });
  if (programme) parts.set("programme", programme);
  if (unit) parts.set("unit", unit);
  if (page > 1) parts.set("page", String(page));
  return `${path}?${parts}`;
}
