import http from "node:http";
import { beginAllTypes } from "./all-types";
import { Caller } from "./caller";
import type { House } from "./house/house";
import { handIn, learnAll, lessonsOf, paperOf, personIdOf, startExam, takeCourse } from "./learner";
import { COLLABORATOR, expect, HR_CENTRAL, type Language, NEW_OFFICER, ONE_STOP_OFFICER, test, words } from "./site";

/** What a form showed of an item without an answer. */
const SHOWN = '["tokens",[],0]';

const COURSE = "onboarding";
/** What would tell of the machine: a stack trace, a path, the database. */
const LEAK = /at \w+ \(|node_modules|file:\/\/|\.server\.(ts|js)|SQLITE|Prisma|ZodError/;

/** The answer has the status, and is a page in the language that says so in words. */
async function expectPage(answer: Response, status: number, language: Language, kind: string): Promise<void> {
  const text = await answer.text();
  expect(answer.status, answer.url).toBe(status);
  expect(text, answer.url).toContain(`<html lang="${language}"`);
  expect(text, answer.url).toContain(words(`common:error.${kind}.title`, {}, language) as string);
  expect(text, answer.url).not.toMatch(LEAK);
}

/** A request as no browser and no fetch would send it. */
function raw(house: House, options: http.RequestOptions, body?: Buffer | string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(house.url);
    const request = http.request({ hostname, port, ...options }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    request.end(body);
  });
}

test("a write without Origin, or from another site, is refused and does nothing", async ({ house }) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  const [lesson] = lessonsOf(house, COURSE);
  const path = `/courses/${COURSE}/lessons/${lesson}`;
  const form = { done: "1" };
  await expectPage(await caller.call(path, { method: "POST", form }), 403, "vi", "forbidden");
  for (const origin of ["https://evil.example", "null", `${house.url}.evil.example`, "http://localhost:1"]) {
    expect((await caller.call(path, { method: "POST", form, headers: { Origin: origin } })).status, origin).toBe(403);
  }
  expect(house.count("lesson_completion", "1 = 1")).toBe(0);
  expect(
    (await caller.call("/logout", { method: "POST", form: {}, headers: { Origin: "https://evil.example" } })).status,
  ).toBe(403);
  expect((await caller.get("/courses")).status, "still signed in").toBe(200);
});

test("oversized bodies, bodies of unknown length and other methods are refused", async ({ house }) => {
  const visitor = Caller.visitor(house);
  const big = "x".repeat(300_000);
  const login = { login: big, password: "x" };
  await expectPage(await visitor.post("/login", { form: login }), 413, "vi", "tooLarge");
  const headers = { "Accept-Language": "en" };
  await expectPage(await visitor.post("/login", { form: login, headers }), 413, "en", "tooLarge");
  const chunked = { method: "POST", path: "/login", headers: { Origin: house.url, "Transfer-Encoding": "chunked" } };
  expect(await raw(house, chunked, "login=a")).toBe(411);
  expect(await raw(house, { method: "PROPFIND", path: "/" })).toBe(405);
  const long = await visitor.get(`/verify?serial=${"9".repeat(5000)}&code=A`);
  expect(long.status).toBeLessThan(500);
});

test("unknown addresses answer 404 in the reader's language, signed in or not", async ({ house }) => {
  const visitor = Caller.visitor(house);
  await expectPage(await visitor.get("/no/such/page", { "Accept-Language": "vi" }), 404, "vi", "notFound");
  await expectPage(await visitor.get("/no-such-page", { "Accept-Language": "en-GB,en" }), 404, "en", "notFound");
  const caller = await Caller.signedIn(house, COLLABORATOR);
  const paths = [
    "/courses/none",
    "/courses/none/exam",
    `/courses/${COURSE}/lessons/none`,
    "/attempts/zzzzzzzzzzzzzzzz",
    "/attempts/zzzzzzzzzzzzzzzz/result",
    "/attempts/1",
    "/attempts/%00",
    "/certificates/1/pdf",
    "/people/1",
    "/units/1",
    "/activities/1/practice",
  ];
  for (const path of paths) await expectPage(await caller.get(path), 404, "vi", "notFound");
  for (const path of [
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/h5p-files/../cau-noi.db",
    "/fonts/%2e%2e/favicon.svg",
    "/%",
  ])
    expect(await raw(house, { path }), path).not.toBe(500);
  for (const path of [
    "/h5p-files/%2e%2e/cau-noi.db",
    "/h5p-files/..%2fcau-noi.db",
    "/h5p-player/..%2f..%2fpackage.json",
  ])
    expect(await raw(house, { path }), path).not.toBe(200);
});

test("an action of the site on an address that takes none is refused in words", async ({ house }) => {
  const caller = await Caller.signedIn(house, COLLABORATOR);
  const answer = await caller.post("/courses", { form: {} });
  expect(answer.status).toBe(405);
  const text = await answer.text();
  expect(text).toContain('<html lang="vi"');
  expect(text).not.toMatch(LEAK);
});

test("somebody else's attempt, answers and certificate do not exist", async ({ house }) => {
  const owner = await Caller.signedIn(house, NEW_OFFICER);
  const { attempt } = await takeCourse(house, owner, COURSE, "pass");
  const open = await (async () => {
    const other = await Caller.signedIn(house, ONE_STOP_OFFICER);
    await learnAll(house, other, COURSE);
    return startExam(other, COURSE);
  })();
  const { public_id: certificate } = house.row<{ public_id: string }>(
    "SELECT public_id FROM certificate WHERE attempt_id IS NOT NULL",
  );
  const stranger = await Caller.signedIn(house, COLLABORATOR);
  const paths = [
    `/attempts/${attempt}/result`,
    `/attempts/${open}`,
    `/attempts/${open}/hand-in`,
    `/certificates/${certificate}`,
    `/certificates/${certificate}/pdf`,
  ];
  for (const path of paths) await expectPage(await stranger.get(path), 404, "vi", "notFound");
  const item = paperOf(house, open).items.find(({ options }) => options.length > 0);
  const number = item?.number ?? 0;
  const token = item?.options[0]?.token ?? "";
  const saves = [{ item: number, value: [token], flagged: false, clientKey: "9b2d7f2e-0c3a-4f7b-8a9d-1c2b3a4d5e6f.1" }];
  expect((await stranger.post(`/attempts/${open}/save`, { json: { saves } })).status).toBe(404);
  expect(
    (
      await stranger.post(`/attempts/${open}`, {
        form: { perPage: "4", to: "end", [`s${number}`]: SHOWN, [`a${number}`]: token },
      })
    ).status,
  ).toBe(404);
  expect((await handIn(stranger, open)).status).toBe(404);
  expect(house.count("response", "attempt_id = (SELECT id FROM attempt WHERE public_id = ?)", open)).toBe(0);
});

test("wrong types get 400 and a page, or the nearest sense", async ({ house }) => {
  const hr = await Caller.signedIn(house, HR_CENTRAL);
  for (const path of [
    "/hr?unit=%3Cscript%3E",
    "/hr/certification?page=abc",
    "/hr/certification?page=-1",
    "/hr/certification?state=nonsense",
    "/people?page=1e9",
  ])
    await expectPage(await hr.get(path), 400, "vi", "badRequest");
  for (const path of ["/hr", "/hr/certification", "/people", "/units", "/me"]) {
    for (const date of ["yesterday", "2026-02-30", "1066-10-14", "2999-01-01"]) {
      const answer = await hr.get(`${path}?ngay=${date}`);
      const text = await answer.text();
      expect(answer.status, `${path} ${date}`).toBe(400);
      // today's figures, and a word that they are
      expect(text, `${path} ${date}`).toContain(words("hr:asOf.problem") as string);
      expect(text, `${path} ${date}`).toContain("21/11/2026");
    }
  }
  expect((await hr.get("/hr/certification?page=9999")).status).toBe(404);
  await expectPage(await hr.get("/hr/certification.csv?ngay=nonsense"), 400, "vi", "badRequest");
  expect((await hr.post("/account", { form: { language: "fr", theme: "light" } })).status).toBe(400);
  await expectPage(await hr.post("/language", { form: { language: "fr" } }), 400, "vi", "badRequest");
  expect((await Caller.visitor(house).post("/login", { form: {} })).status).toBe(400);
  expect((await Caller.visitor(house).get("/verify?serial=CN-2026-1")).status).toBe(400);
  expect((await Caller.visitor(house).get("/v/CN-2026-99999/AAAAAAAA")).status).toBe(404);
});

test("malformed answers are refused, and change nothing", async ({ house }) => {
  const caller = await Caller.signedIn(house, ONE_STOP_OFFICER);
  await learnAll(house, caller, COURSE);
  const { attempt, tokens } = beginAllTypes(house, ONE_STOP_OFFICER, COURSE);
  const tokenOf = (item: number, key: string) => tokens.get(item)?.get(key) ?? "";
  const page = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
  const good = { item: 1, value: [tokenOf(1, "a")], flagged: false, clientKey: `${page}.1` };
  const bodies: unknown[] = [
    {},
    { saves: "all" },
    { saves: [{ ...good, item: "1" }] },
    { saves: [{ ...good, more: 1 }] },
    { saves: [good], since: -1 },
    { saves: Array.from({ length: 101 }, () => good) },
  ];
  for (const json of bodies)
    expect((await caller.post(`/attempts/${attempt}/save`, { json })).status, JSON.stringify(json)).toBe(400);
  const notJson = { body: "{", headers: { "Content-Type": "application/json" } };
  expect((await caller.post(`/attempts/${attempt}/save`, notJson)).status).toBe(400);
  const forms: Record<string, string>[] = [
    {},
    { to: "end" },
    { to: "-1", perPage: "4" },
    { to: "end", perPage: "0" },
    { to: "end", perPage: "4", s1: "|", a1: "unknown" },
    { to: "end", perPage: "4", s1: '["tokens",[7],0]', a1: tokenOf(1, "a") },
  ];
  for (const form of forms)
    await expectPage(await caller.post(`/attempts/${attempt}`, { form }), 400, "vi", "badRequest");

  // what is well formed and makes no sense on this paper is set aside by itself; its neighbours are kept
  const senseless = [
    { ...good, item: 999 },
    { ...good, value: ["unknown"] },
    { ...good, value: "a text" },
    { ...good, value: { a: 1 } },
    { ...good, value: [tokenOf(2, "a")] },
    { ...good, value: [tokenOf(1, "a"), tokenOf(1, "b")] },
    { ...good, clientKey: "short" },
    { ...good, item: 10, value: `lone ${String.fromCharCode(0xd800)}` },
    { ...good, item: 10, value: "x".repeat(5000) },
  ];
  for (const save of senseless) {
    const answer = await caller.post(`/attempts/${attempt}/save`, { json: { saves: [save] } });
    expect(answer.status, JSON.stringify(save).slice(0, 200)).toBe(200);
    expect(await answer.json()).toMatchObject({ saved: [], refused: [{ item: save.item }] });
  }
  const form = { to: "end", perPage: "4", s1: SHOWN, a1: "unknown" };
  const back = await caller.post(`/attempts/${attempt}`, { form });
  expect(back.headers.get("Location")).toBe(`/attempts/${attempt}?page=1&refused=1#q1`);
  const huge = { saves: [{ ...good, item: 10, value: "x".repeat(1_000_000) }] };
  expect((await caller.post(`/attempts/${attempt}/save`, { json: huge })).status).toBe(413);
  expect(house.count("response", "attempt_id = (SELECT id FROM attempt WHERE public_id = ?)", attempt)).toBe(0);
});

test("replayed and out-of-order posts change nothing and lead to where things stand", async ({ house }) => {
  const caller = await Caller.signedIn(house, COLLABORATOR);
  const early = await caller.post(`/courses/${COURSE}/exam`, { form: {} });
  expect([302, 404], "an exam before any lesson").toContain(early.status);
  const [first] = lessonsOf(house, COURSE);
  await caller.post(`/courses/${COURSE}/lessons/${first}`, { form: {} });
  const unfinished = await caller.post(`/courses/${COURSE}/exam`, { form: {} });
  expect(unfinished.headers.get("Location"), "an exam before the last lesson").toBe(`/courses/${COURSE}/exam`);
  const person = personIdOf(house, COLLABORATOR);
  expect(house.count("attempt", "person_id = ?", person)).toBe(0);

  const { attempt } = await takeCourse(house, caller, COURSE, "pass");
  expect((await handIn(caller, attempt)).headers.get("Location")).toBe(`/attempts/${attempt}/result`);
  const late = await caller.post(`/attempts/${attempt}`, {
    form: { perPage: "4", to: "end", s1: '["tokens",["x"],0]', a1: [] },
  });
  expect(late.headers.get("Location"), "an answer after the end").toBe(`/attempts/${attempt}/result`);
  expect((await caller.get(`/attempts/${attempt}`)).headers.get("Location")).toBe(`/attempts/${attempt}/result`);
  expect((await caller.get(`/attempts/${attempt}/hand-in`)).headers.get("Location")).toBe(
    `/attempts/${attempt}/result`,
  );
  expect((await caller.post(`/courses/${COURSE}/exam`, { form: {} })).headers.get("Location"), "a passed exam").toBe(
    `/courses/${COURSE}/exam`,
  );
  expect(house.count("attempt_result", "attempt_id IN (SELECT id FROM attempt WHERE person_id = ?)", person)).toBe(1);
});
