import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Caller } from "./caller";
import type { House } from "./house/house";

const COLUMNS = ["staffCode", "fullName", "unit", "position", "from"];
const HEAD = "Mã cán bộ;Họ và tên;Đơn vị;Vị trí việc làm;Từ ngày";

/** Uploads a file by the site's own form and waits until it has been read. @returns the import's id */
export async function uploadFile(house: House, caller: Caller, content: string, name = "can-bo.csv"): Promise<string> {
  const id = randomBytes(8).toString("hex");
  const boundary = `----${id}`;
  const field = (key: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  const body = field("onceKey", id) + field("kind", "people") + field("effective", "2026-11-21") + file;
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  const answer = await caller.post("/imports/new", { body, headers });
  if (answer.headers.get("Location") !== `/imports/${id}`) throw new Error(`the file was refused: ${answer.status}`);
  await settled(house, id);
  return id;
}

/** A file of people as far as its dry run; `lines` are below the headings. @returns the import's id */
export async function tryFile(house: House, caller: Caller, lines: readonly string[]): Promise<string> {
  const id = await uploadFile(house, caller, [HEAD, ...lines].join("\r\n"));
  const columns = Object.fromEntries(COLUMNS.map((column, index) => [`column${index}`, column]));
  const form = { sheet: "0", mode: "changes", endReason: "transfer", ...columns };
  await caller.post(`/imports/${id}/columns`, { form });
  await settled(house, id);
  return id;
}

/** Waits until the import's own process is through. */
async function settled(house: House, id: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const [progress] = house.rows<{ step: string }>(
      "SELECT g.step FROM import_progress g JOIN import_run r ON r.id = g.import_id WHERE r.public_id = ?",
      id,
    );
    if (progress?.step === "done" || progress?.step === "failed") return;
    await wait(100);
  }
  throw new Error(`the import ${id} is not through`);
}
