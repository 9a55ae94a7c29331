import { Caller } from "./caller";
import { answerAll, handIn, learnAll, lessonsOf, personIdOf } from "./learner";
import { COLLABORATOR, expect, NEW_OFFICER, ONE_STOP_OFFICER, test } from "./site";

const COURSE = "onboarding";
const times = <T>(count: number, act: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, act));

test("a lesson completed ten times at once: one enrolment, one completion", async ({ house }) => {
  const caller = await Caller.signedIn(house, COLLABORATOR);
  const person = personIdOf(house, COLLABORATOR);
  const [first] = lessonsOf(house, COURSE);
  const answers = await times(10, () => caller.post(`/courses/${COURSE}/lessons/${first}`, { form: { done: "1" } }));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(302));
  expect(house.count("enrolment", "person_id = ?", person)).toBe(1);
  expect(
    house.count("lesson_completion", "enrolment_id IN (SELECT id FROM enrolment WHERE person_id = ?)", person),
  ).toBe(1);
});

test("the last lessons completed at once: the course is completed once", async ({ house }) => {
  const caller = await Caller.signedIn(house, COLLABORATOR);
  const person = personIdOf(house, COLLABORATOR);
  const posts = lessonsOf(house, COURSE).flatMap((key) => [key, key]);
  await Promise.all(posts.map((key) => caller.post(`/courses/${COURSE}/lessons/${key}`, { form: { done: "1" } })));
  expect(house.count("course_completion", "person_id = ?", person)).toBe(1);
});

test("an exam started ten times at once: one attempt, to which all lead", async ({ house }) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  await learnAll(house, caller, COURSE);
  const answers = await times(10, () => caller.post(`/courses/${COURSE}/exam`, { form: { start: "1" } }));
  const places = new Set(answers.map(({ headers }) => headers.get("Location")));
  expect(places.size).toBe(1);
  const attempts = house.rows<{ public_id: string }>(
    "SELECT public_id FROM attempt WHERE person_id = ?",
    personIdOf(house, NEW_OFFICER),
  );
  expect([...places]).toEqual(attempts.map(({ public_id }) => `/attempts/${public_id}`));
});

test("a paper handed in ten times at once: one result, one certificate, one document", async ({ house }) => {
  const caller = await Caller.signedIn(house, NEW_OFFICER);
  const person = personIdOf(house, NEW_OFFICER);
  const { id, public_id } = house.row<{ id: number; public_id: string }>(
    "SELECT id, public_id FROM attempt WHERE person_id = ?",
    person,
  );
  await answerAll(house, caller, public_id);
  const before = house.count("certificate", "1 = 1");
  const answers = await times(10, () => handIn(caller, public_id));
  expect(answers.map(({ headers }) => headers.get("Location"))).toEqual(
    Array(10).fill(`/attempts/${public_id}/result`),
  );
  expect(house.count("attempt_result", "attempt_id = ?", id)).toBe(1);
  expect(house.count("certificate", "1 = 1")).toBe(before + 1);
  const certificate = house.row<{ id: number; public_id: string }>(
    "SELECT id, public_id FROM certificate WHERE attempt_id = ?",
    id,
  );
  expect(house.count("certificate_event", "certificate_id = ?", certificate.id)).toBe(1);

  const papers = await times(5, async () =>
    Buffer.from(await (await caller.get(`/certificates/${certificate.public_id}/pdf`)).arrayBuffer()),
  );
  for (const paper of papers) expect(paper.equals(papers[0] as Buffer)).toBe(true);
  expect(house.count("certificate_document", "certificate_id = ?", certificate.id)).toBe(1);
});

test("one save key sent ten times at once: one answer", async ({ house }) => {
  const caller = await Caller.signedIn(house, ONE_STOP_OFFICER);
  await learnAll(house, caller, COURSE);
  await caller.post(`/courses/${COURSE}/exam`, { form: { start: "1" } });
  const { id, public_id } = house.row<{ id: number; public_id: string }>(
    "SELECT id, public_id FROM attempt WHERE person_id = ?",
    personIdOf(house, ONE_STOP_OFFICER),
  );
  const save = { item: 1, value: [], flagged: true, clientKey: "7c9e6679-7425-40de-944b-e07fc1f90ae7.1" };
  const answers = await times(10, () => caller.post(`/attempts/${public_id}/save`, { json: { saves: [save] } }));
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
  expect(house.count("response", "attempt_id = ?", id)).toBe(1);
  const changed = await caller.post(`/attempts/${public_id}/save`, { json: { saves: [{ ...save, flagged: false }] } });
  expect(await changed.json(), "the same key for another answer").toMatchObject({
    saved: [],
    refused: [{ item: 1, code: "client-key-reused" }],
  });
});
