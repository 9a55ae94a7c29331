import { type NewShare, SHARE_DAYS } from "~/models/wallet/shares.server";
import { badRequest } from "./refusals.server";

interface Typed {
  which: "in-force" | "chosen";
  serials: string[];
  days: string;
  onceKey: string;
}

export type ReadShare =
  | { share: Omit<NewShare, "at">; problem?: undefined; typed?: undefined }
  | { share: null; problem: "nothingChosen"; typed: Typed };

/** The form by which a holder makes a link. @throws a 400 answer for what no page of ours sends */
export function readShareForm(form: FormData): ReadShare {
  const text = (name: string) => String(form.get(name) ?? "");
  const days = SHARE_DAYS.find((each) => String(each) === text("days"));
  const onceKey = text("onceKey");
  if (!days || !/^[0-9a-z]{16}$/.test(onceKey)) throw badRequest();
  if (text("which") !== "chosen") return { share: { serials: null, days, onceKey } };
  const serials = [...new Set(form.getAll("serial").map(String))].slice(0, 500);
  if (serials.length > 0) return { share: { serials, days, onceKey } };
  return { share: null, problem: "nothingChosen", typed: { which: "chosen", serials, days: text("days"), onceKey } };
}
