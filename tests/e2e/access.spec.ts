import { Caller } from "./caller";
import { personIdOf } from "./learner";
import {
  ADMINISTRATOR,
  button,
  COLLABORATOR,
  expect,
  INSPECTOR,
  LEADER_HUNG_YEN,
  NEW_OFFICER,
  PASSWORD,
  PROGRAMME_OWNER,
  signIn,
  switchLanguage,
  test,
  words,
} from "./site";

test("a wrong password and an unknown name get the same words", async ({ page }) => {
  const said: (string | null)[] = [];
  for (const name of [INSPECTOR, "VSS-99999"]) {
    await page.goto("/login");
    await page.locator("#login").fill(name);
    await page.locator("#password").fill("not the password");
    await button(page, "access:login.submit").click();
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(words("access:login.wrong", { triesLeft: 4 }));
    await expect(page.locator("#login")).toHaveValue(name);
    await expect(page.locator("#password")).toHaveValue("");
    said.push(await alert.textContent());
  }
  expect(said[0]).toBe(said[1]);
});

test("after five wrong passwords the account waits, whichever name is typed; other accounts do not", async ({
  page,
  house,
}) => {
  const { work_email } = house.row<{ work_email: string }>(
    "SELECT d.work_email FROM person p JOIN person_detail d ON d.person_id = p.id WHERE p.staff_code = ?",
    ADMINISTRATOR,
  );
  const visitor = Caller.visitor(house);
  const tries = (count: number, login: string) =>
    Promise.all(
      Array.from(
        { length: count },
        async () => (await visitor.post("/login", { form: { login, password: "wrong" } })).status,
      ),
    );
  expect(await tries(3, ADMINISTRATOR)).toEqual([400, 400, 400]);
  expect(await tries(2, work_email.toUpperCase())).toEqual([400, 400]);
  expect(await tries(1, ADMINISTRATOR.toLowerCase())).toEqual([429]);
  const right = await visitor.post("/login", { form: { login: ADMINISTRATOR, password: PASSWORD } });
  expect(right.status, "even the right password").toBe(429);
  expect(right.headers.getSetCookie().join()).not.toContain("session");
  await signIn(page, COLLABORATOR);
  await page.context().clearCookies();
  await page.goto("/login");
  await page.locator("#login").fill(ADMINISTRATOR);
  await page.locator("#password").fill(PASSWORD);
  await button(page, "access:login.submit").click();
  await expect(page.getByRole("alert")).toContainText(words("access:login.throttled"));
});

test("signs in by work e-mail, goes where one wanted to go, and never to another site", async ({ house }) => {
  const { work_email } = house.row<{ work_email: string }>(
    "SELECT d.work_email FROM person p JOIN person_detail d ON d.person_id = p.id WHERE p.staff_code = ?",
    PROGRAMME_OWNER,
  );
  const visitor = Caller.visitor(house);
  const goal = async (back: string) =>
    (await visitor.post("/login", { form: { login: work_email, password: PASSWORD, back } })).headers.get("Location");
  expect(await goal("/courses/onboarding")).toBe("/courses/onboarding");
  for (const back of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "\t//evil.example",
  ])
    expect(await goal(back), back).toBe("/");
  const asked = await visitor.get("/certificates?x=1");
  expect(asked.headers.get("Location")).toBe(`/login?${new URLSearchParams({ back: "/certificates?x=1" })}`);
});

test("the session's cookie is out of reach, and the database holds only its hash", async ({ house }) => {
  const answer = await Caller.visitor(house).post("/login", { form: { login: COLLABORATOR, password: PASSWORD } });
  const cookie = answer.headers.getSetCookie().find((text) => text.includes("session=")) ?? "";
  expect(cookie).toMatch(/^__Host-session=/);
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute);
  const id = /session=([^;]+)/.exec(cookie)?.[1];
  expect(house.count("session", "id_hash = ?", id)).toBe(0);
  expect(
    house.row<{ password_hash: string }>("SELECT password_hash FROM account WHERE password_hash IS NOT NULL")
      .password_hash,
  ).toMatch(/^\$argon2id\$/);
});

test("on a shared computer the session ends after 15 idle minutes", async ({ house }) => {
  const account = house.row<{ id: number }>(
    "SELECT id FROM account WHERE person_id = ?",
    personIdOf(house, INSPECTOR),
  ).id;
  const caller = await Caller.signedIn(house, INSPECTOR, { shared: true });
  const read = () =>
    house.row<{ expires_at: string; shared: number }>(
      "SELECT expires_at, shared FROM session WHERE account_id = ?",
      account,
    );
  const minutesLeft = () => (Date.parse(read().expires_at) - Date.now()) / 60_000;
  const leave = (minutes: number) =>
    house.database
      .prepare("UPDATE session SET expires_at = ? WHERE account_id = ?")
      .run(new Date(Date.now() + minutes * 60_000).toISOString(), account);
  expect(read().shared).toBe(1);
  expect(minutesLeft()).toBeGreaterThan(14);
  expect(minutesLeft()).toBeLessThanOrEqual(15);

  // ten idle minutes later a click gives fifteen again
  leave(5);
  expect((await caller.get("/courses")).status).toBe(200);
  expect(minutesLeft()).toBeGreaterThan(14);
  expect(minutesLeft()).toBeLessThanOrEqual(15);

  leave(-1);
  expect((await caller.get("/courses")).headers.get("Location")).toContain("/login");
  expect((await caller.get("/courses.data")).status).not.toBe(200);
});

test("the shared computer's cookie goes with the window; an own computer's lasts and is prolonged", async ({
  page,
  house,
}) => {
  await page.goto("/login");
  await page.locator("#login").fill(LEADER_HUNG_YEN);
  await page.locator("#password").fill(PASSWORD);
  await page.getByLabel(words("access:login.shared")).check();
  await button(page, "access:login.submit").click();
  await expect(page).toHaveURL(/\/notice/);
  const cookie = async () => (await page.context().cookies()).find(({ name }) => name === "__Host-session");
  expect((await cookie())?.expires).toBe(-1);
  await page.context().clearCookies();
  await signIn(page, LEADER_HUNG_YEN);
  expect((await cookie())?.expires).toBeGreaterThan(Date.now() / 1000 + 13 * 86_400);
  const expiresAt = new Date(Date.now() + 2 * 86_400_000).toISOString();
  const account = house.row<{ id: number }>(
    "SELECT id FROM account WHERE person_id = ?",
    personIdOf(house, LEADER_HUNG_YEN),
  ).id;
  house.database
    .prepare("UPDATE session SET expires_at = ? WHERE account_id = ? AND shared = 0")
    .run(expiresAt, account);
  await page.goto("/courses");
  expect(house.count("session", "account_id = ? AND shared = 0 AND expires_at > ?", account, expiresAt)).toBe(1);
});

test("logout ends this session; logout everywhere ends all", async ({ page, house }) => {
  const elsewhere = await Caller.signedIn(house, NEW_OFFICER);
  await signIn(page, NEW_OFFICER);
  const here = await Caller.of(house, page.context());
  await page.goto("/account");
  await page.getByRole("button", { name: words("access:account.logout"), exact: true }).click();
  await expect(page).toHaveURL(/\/login$/);
  expect((await here.get("/courses")).status, "the old cookie").toBe(302);
  expect((await elsewhere.get("/courses")).status).toBe(200);

  await signIn(page, NEW_OFFICER);
  await page.goto("/account");
  await button(page, "access:account.logoutEverywhere").click();
  await expect(page).toHaveURL(/\/login$/);
  expect((await elsewhere.get("/courses")).status).toBe(302);
  expect(
    house.count("session", "account_id = (SELECT id FROM account WHERE person_id = ?)", personIdOf(house, NEW_OFFICER)),
  ).toBe(0);
});

test("nothing is open before the notice is read, and a link leads back after it", async ({ house }) => {
  const { staff_code } = house.row<{ staff_code: string }>(
    `SELECT p.staff_code FROM person p JOIN account a ON a.person_id = p.id
     WHERE a.password_hash IS NOT NULL AND a.id NOT IN (SELECT account_id FROM acknowledgement) LIMIT 1`,
  );
  const caller = await Caller.signedIn(house, staff_code, { notice: false });
  const asked = await caller.get("/courses/onboarding");
  expect(asked.headers.get("Location")).toBe(`/notice?${new URLSearchParams({ back: "/courses/onboarding" })}`);
  const read = await caller.post("/notice", { form: { back: "/courses/onboarding" } });
  expect(read.headers.get("Location")).toBe("/courses/onboarding");
  expect((await caller.get("/courses/onboarding")).status).toBe(200);
});

test("pages of a power do not exist for those without it", async ({ house }) => {
  const learner = await Caller.signedIn(house, COLLABORATOR);
  const paths = [
    "/hr",
    "/hr/certification",
    "/hr/certification.csv",
    "/hr/cell?competency=dialogue&level=CENTRAL",
    "/people",
  ];
  for (const path of paths) expect((await learner.get(path)).status, path).toBe(404);
});

test("the language is chosen before login and kept in the profile", async ({ page, browser, house }) => {
  await page.goto("/login");
  await switchLanguage(page, "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("access:login.title", {}, "en"));
  await switchLanguage(page, "vi");
  await signIn(page, COLLABORATOR);
  await switchLanguage(page, "en");
  await expect(page.getByRole("link", { name: words("common:nav.courses", {}, "en") }).first()).toBeVisible();
  const elsewhere = await browser.newContext({ baseURL: house.url });
  const other = await elsewhere.newPage();
  await signIn(other, COLLABORATOR);
  await expect(other.locator("html")).toHaveAttribute("lang", "en");
  await elsewhere.close();
});
