import { Caller } from "./caller";
import { personIdOf } from "./learner";
import { expect, NEW_OFFICER, ONE_STOP_OFFICER, signIn, test, words } from "./site";

const LESSON = "/courses/service-ethics/lessons/what-ethics-asks";
/** the right answers of the activity true-about-ethics, in its own order */
const RIGHT = [true, false, true, false, true];

interface StoredStatement {
  person_id: number;
  verb: string;
  score: number | null;
  max_score: number | null;
  statement: string;
  at: string;
}

test("an activity plays in a sandboxed frame, scores, and goes on where it was left", async ({ page, house }) => {
  await signIn(page, ONE_STOP_OFFICER);
  await page.goto(LESSON);
  const frame = page.locator("iframe[sandbox]");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts");
  const activity = page.frameLocator("iframe[sandbox]");
  const questions = activity.locator("fieldset.caunoi-item");
  await expect(questions).toHaveCount(RIGHT.length);
  for (const [index, right] of RIGHT.entries()) {
    // the last one wrong
    const option = right === index < RIGHT.length - 1 ? 0 : 1;
    await questions.nth(index).locator('input[type="radio"]').nth(option).check();
  }
  await activity.locator("button.caunoi-button.is-primary:visible").click();
  await expect(activity.locator(".caunoi-score")).toContainText("4/5");
  await expect(page.locator(".activity-saving")).toContainText(
    words("parts:activity.savedScore", { score: 4, max: 5 }),
  );

  const stored = house.row<StoredStatement>(
    "SELECT * FROM practice_statement WHERE score IS NOT NULL ORDER BY id DESC LIMIT 1",
  );
  expect(stored).toMatchObject({ person_id: personIdOf(house, ONE_STOP_OFFICER), score: 4, max_score: 5 });
  expect(stored.verb).toMatch(/answered$/);
  expect(stored.at.slice(0, 10), "the server's day").toBe("2026-11-21");
  expect(JSON.parse(stored.statement), "actor and time are not the browser's").not.toHaveProperty("actor");

  // states are sent every few seconds at most
  const person = personIdOf(house, ONE_STOP_OFFICER);
  await expect
    .poll(() => house.count("activity_state", `person_id = ? AND state LIKE '%"checked":true%'`, person))
    .toBe(1);
  await page.reload();
  await expect(activity.locator(".caunoi-score")).toContainText("4/5");
  await expect(questions.nth(0).locator('input[type="radio"]').nth(0)).toBeChecked();
});

test("the frame reaches neither the page nor its session", async ({ page }) => {
  await signIn(page, ONE_STOP_OFFICER);
  await page.goto(LESSON);
  const handle = await page.locator("iframe[sandbox]").elementHandle();
  const frame = await handle?.contentFrame();
  await expect(page.frameLocator("iframe[sandbox]").locator("fieldset.caunoi-item").first()).toBeVisible();
  const reached = await frame?.evaluate(() => {
    const attempt = (act: () => unknown) => {
      try {
        return String(act());
      } catch (error) {
        return (error as Error).name;
      }
    };
    return {
      origin: self.origin,
      cookie: attempt(() => document.cookie),
      parent: attempt(() => parent.document.title),
    };
  });
  expect(reached).toEqual({ origin: "null", cookie: "SecurityError", parent: "SecurityError" });
});

test("a statement is taken once, as the signed-in person's, at the server's time", async ({ house }) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  const { id } = house.row<{ id: number }>("SELECT id FROM activity WHERE key = 'names-by-date' ORDER BY id LIMIT 1");
  const clientKey = "0d6f3c3e-5a51-4c55-8a39-0e9f0f9f7a10";
  const json = {
    kind: "statement",
    clientKey,
    statement: {
      actor: { mbox: "mailto:someone.else@example.vn" },
      timestamp: "2001-01-01T00:00:00Z",
      verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
      object: { id: "urn:x-cau-noi:h5p:claimed" },
      result: { score: { raw: 2, max: 3 }, completion: true },
    },
  };
  expect((await caller.post(`/activities/${id}/practice`, { json })).status).toBe(204);
  expect((await caller.post(`/activities/${id}/practice`, { json })).status, "replayed").toBe(204);
  const rows = house.rows<StoredStatement>("SELECT * FROM practice_statement WHERE client_key = ?", clientKey);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ person_id: personIdOf(house, NEW_OFFICER) });
  expect(Math.abs(Date.parse(rows[0]?.at ?? "") - house.now().getTime())).toBeLessThan(60_000);
  expect(rows[0]?.statement).not.toMatch(/someone\.else|2001-01-01/);

  expect((await caller.post(`/activities/${id}/practice`, { json: { kind: "other" } })).status).toBe(400);
  expect((await caller.post("/activities/999999/practice", { json })).status).toBe(404);
  expect((await caller.post("/activities/0x10/practice", { json })).status).toBe(404);
});
