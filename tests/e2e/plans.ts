import type { Caller } from "./caller";
import type { House } from "./house/house";

/** Begins the plan of a reorganisation by plain form posts: two grassroots units become one. @returns its address */
export async function preparePlan(caller: Caller): Promise<string> {
  const head = { titleVi: "Hợp nhất hai BHXH cơ sở mẫu", titleEn: "Two sample units become one", date: "2026-12-01" };
  const begun = await caller.post("/reorganisations/new", {
    form: { ...head, document: "Quyết định 123/QĐ-BHXH ngày 20/11/2026", note: "", once: "prepared" },
  });
  const plan = /^\/reorganisations\/[^/?]+/.exec(begun.headers.get("Location") ?? "")?.[0];
  if (!plan) throw new Error(`the plan was not begun: ${begun.status}`);
  const act = `${plan}/acts/new/merge`;
  const seen = /name="seen" value="([^"]+)"/.exec(await (await caller.get(act)).text())?.[1] ?? "";
  const units = ["co-so-ninh-binh-1", "co-so-ninh-binh-2"];
  const added = await caller.post(act, { form: { seen, units, nameVi: "BHXH cơ sở Hoa Lư", nameEn: "Hoa Lư Office" } });
  if (added.status !== 302) throw new Error(`the act was not added: ${added.status}`);
  return plan;
}

/** The plan that was prepared last, by its address. */
export function planOf(house: House): string {
  const { public_id } = house.row<{ public_id: string }>(
    "SELECT public_id FROM reorganisation ORDER BY id DESC LIMIT 1",
  );
  return `/reorganisations/${public_id}`;
}

/** A reorganisation that the founding files brought, by its address. */
export function changeOf(house: House): string {
  const { id } = house.row<{ id: number }>(
    "SELECT id FROM change WHERE kind = 'organisation' AND effective = '2025-07-01' ORDER BY id LIMIT 1",
  );
  return `/reorganisations/changes/${id}`;
}
