import { notFound } from "./refusals.server";

/** The number of a change in an address. @throws a 404 answer for anything that is none */
export function readChangeId(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,14}$/.test(text)) throw notFound();
  return Number(text);
}
