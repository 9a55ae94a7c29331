import type { Page } from "@playwright/test";
import { Caller } from "../caller";
import type { House } from "../house/house";
import { tryFile, uploadFile } from "../importer";
import {
  answerAll,
  learnAll,
  lessonsOf,
  personPublicId,
  practiceItemsOf,
  startExam,
  takeCourse,
  unitPublicId,
} from "../learner";
import { changeOf, planOf, preparePlan } from "../plans";
import {
  ADMINISTRATOR,
  COLLABORATOR,
  expect,
  FOCAL_DA_NANG,
  HR_CENTRAL,
  LEADER_HUNG_YEN,
  NEW_OFFICER,
  ONE_STOP_OFFICER,
  PROGRAMME_OWNER,
} from "../site";

const EXAM_OFFICER = "VSS-00013";
const SIGNATORY = "VSS-00017";

/** A kind of page, and how one comes to it. */
export interface Kind {
  name: string;
  /** staff code of who opens it; null: a visitor */
  as: string | null;
  path: (house: House) => string;
  status?: number;
  /** brings the page into the state to be looked at */
  act?: (page: Page) => Promise<void>;
}

const attemptOf = (house: House, staffCode: string, ended: boolean) =>
  house.row<{ public_id: string }>(
    `SELECT a.public_id FROM attempt a JOIN person p ON p.id = a.person_id
     LEFT JOIN attempt_result r ON r.attempt_id = a.id WHERE p.staff_code = ? AND (r.attempt_id IS NOT NULL) = ?`,
    staffCode,
    ended ? 1 : 0,
  ).public_id;

const runOf = (house: House, ended: boolean) =>
  house.row<{ public_id: string }>("SELECT public_id FROM practice_run WHERE (ended_at IS NOT NULL) = ?", ended ? 1 : 0)
    .public_id;

const certificateOf = (house: House) =>
  house.row<{ public_id: string; serial: string; code: string }>(
    "SELECT public_id, serial, code FROM certificate WHERE attempt_id IS NOT NULL",
  );

const signatoryOf = (house: House) =>
  `/authority/signatories/${house.row<{ public_id: string }>("SELECT public_id FROM signatory").public_id}`;

const registered = (house: House) =>
  `/register/${house.row<{ public_id: string }>("SELECT public_id FROM certificate WHERE valid_until IS NULL").public_id}`;

const scheduleOf = (house: House) =>
  house.row<{ public_id: string }>("SELECT public_id FROM report_schedule").public_id;

const grantOf = (house: House) =>
  house.row<{ public_id: string }>("SELECT public_id FROM permission_grant WHERE role = 'hr-officer'").public_id;

/** A question of the paper that was not passed. */
const askedQuestion = (house: House) =>
  house.row<{ key: string }>(
    `SELECT q.key FROM attempt_result r JOIN attempt a ON a.id = r.attempt_id JOIN person p ON p.id = a.person_id
     JOIN question_version q ON q.id = json_extract(r.marks, '$[0].question') WHERE p.staff_code = ?`,
    COLLABORATOR,
  ).key;

/** An entry of the demo's practice log, by the last thing that happened to it. */
const logEntryOf = (house: House, last: string) =>
  house.row<{ public_id: string }>(
    `SELECT l.public_id FROM log_entry l WHERE ? =
     (SELECT v.kind FROM log_entry_event v WHERE v.entry_id = l.id ORDER BY v.id DESC LIMIT 1) ORDER BY l.id LIMIT 1`,
    last,
  ).public_id;

const requestOf = (house: House) => house.row<{ public_id: string }>("SELECT public_id FROM request").public_id;

/** The focal point of Hưng Yên: the addresses of the unit, the post, the holder and the posting. */
const focalOf = (house: House) =>
  house.row<{ unit: string; post: string; person: string; posting: string }>(
    `SELECT u.public_id AS unit, s.public_id AS post, p.public_id AS person, o.public_id AS posting FROM posting o
     JOIN post s ON s.id = o.post_id JOIN unit u ON u.id = s.unit_id JOIN person p ON p.id = o.person_id
     WHERE u.key = 'bhxh-hung-yen-2025' AND s.position = 'foreign-information-focal' AND o.retracted_change IS NULL
       AND o.valid_to IS NULL AND s.deputy = 0`,
  );
const postOf = (house: House, act: string) => `/units/${focalOf(house).unit}/posts/${focalOf(house).post}/${act}`;
const postingOf = (house: House, act: string) =>
  `/people/${focalOf(house).person}/postings/${focalOf(house).posting}/${act}`;

/** Two people of the demo who are called the same, one of them long gone. */
const twoOfOneName = (house: House) =>
  house.row<{ kept: string; merged: string }>(
    `SELECT p.public_id AS kept, q.public_id AS merged FROM person_name a
     JOIN person_name b ON b.folded = a.folded AND b.person_id > a.person_id AND b.valid_to IS NULL
     JOIN person p ON p.id = a.person_id JOIN person q ON q.id = b.person_id
     WHERE a.valid_to IS NULL AND EXISTS (SELECT 1 FROM posting o WHERE o.person_id = p.id AND o.valid_to IS NULL)
     ORDER BY a.person_id LIMIT 1`,
  );

/** The newest import in a state: read, refused, or tried. */
const importOf = (house: House, where: string) =>
  house.row<{ public_id: string }>(`SELECT public_id FROM import_run WHERE ${where} ORDER BY id DESC LIMIT 1`)
    .public_id;

const APPROVER = "VSS-00014";
const proposalOf = (house: House, kind: "change" | "retire") =>
  `/bank/proposals/${house.row<{ public_id: string }>("SELECT public_id FROM question_proposal WHERE kind = ?", kind).public_id}`;

/** Every kind of page that there is, in the states that look different. */
export const KINDS: Kind[] = [
  {
    name: "questions from a file",
    as: PROGRAMME_OWNER,
    path: () => "/bank/service-ethics/import",
  },
  { name: "login", as: null, path: () => "/login" },
  {
    name: "login refused",
    as: null,
    path: () => "/login",
    async act(page) {
      await page.locator("#login").fill("VSS-99999");
      await page.locator("#password").fill("wrong");
      await page.locator("form:has(#password) button").click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "forgotten password", as: null, path: () => "/forgot" },
  { name: "slip that is over", as: null, path: () => "/slip/none" },
  { name: "verification", as: null, path: () => "/verify" },
  { name: "verification incomplete", as: null, path: () => "/verify?serial=CN-1", status: 400 },
  {
    name: "certificate verified",
    as: null,
    path: (house) => `/v/${certificateOf(house).serial}/${certificateOf(house).code}`,
  },
  {
    name: "file that is no paper",
    as: null,
    path: (house) => `/v/${certificateOf(house).serial}/${certificateOf(house).code}`,
    async act(page) {
      const file = { name: "giay.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 altered") };
      await page.locator("#file").setInputFiles(file);
      await page.locator("form:has(#file) button").click();
      await expect(page.getByRole("status")).toBeVisible();
    },
  },
  { name: "public keys", as: null, path: () => "/keys" },
  { name: "wallet", as: HR_CENTRAL, path: () => "/wallet" },
  { name: "wallet without certificates", as: COLLABORATOR, path: () => "/wallet" },
  { name: "link to share", as: HR_CENTRAL, path: () => "/wallet/share" },
  {
    name: "link that is ready",
    as: HR_CENTRAL,
    path: () => "/wallet/share",
    async act(page) {
      await page.locator("main form button").click();
      await expect(page.locator(".share-link")).toBeVisible();
    },
  },
  {
    name: "certificates shared",
    as: HR_CENTRAL,
    path: () => "/wallet/share",
    async act(page) {
      await page.locator("main form button").click();
      await page.locator(".share-link").click();
      await expect(page).toHaveURL(/\/s\//);
    },
  },
  { name: "link that there is not", as: null, path: () => "/s/none", status: 404 },
  { name: "certificate unknown", as: null, path: () => "/v/CN-2026-99999/AAAA2222", status: 404 },
  { name: "not found", as: null, path: () => "/no-such-page", status: 404 },
  { name: "privacy", as: null, path: () => "/privacy" },
  { name: "help", as: null, path: () => "/help" },
  { name: "accessibility", as: null, path: () => "/accessibility" },
  { name: "notice", as: NEW_OFFICER, path: () => "/notice" },
  { name: "today with a next step", as: FOCAL_DA_NANG, path: () => "/" },
  { name: "today with things done", as: NEW_OFFICER, path: () => "/" },
  { name: "courses", as: NEW_OFFICER, path: () => "/courses" },
  { name: "course", as: NEW_OFFICER, path: () => "/courses/onboarding" },
  { name: "course not begun", as: FOCAL_DA_NANG, path: () => "/courses/foreign-information" },
  {
    name: "lesson with an activity",
    as: NEW_OFFICER,
    path: (house) => `/courses/onboarding/lessons/${lessonsOf(house, "onboarding")[1]}`,
    async act(page) {
      await expect(page.frameLocator("iframe[sandbox]").locator(".caunoi-button").first()).toBeVisible();
    },
  },
  { name: "before the exam", as: ONE_STOP_OFFICER, path: () => "/courses/onboarding/exam" },
  { name: "before the exam, waiting", as: COLLABORATOR, path: () => "/courses/onboarding/exam" },
  { name: "exam", as: ONE_STOP_OFFICER, path: (house) => `/attempts/${attemptOf(house, ONE_STOP_OFFICER, false)}` },
  {
    name: "review before handing in",
    as: ONE_STOP_OFFICER,
    path: (house) => `/attempts/${attemptOf(house, ONE_STOP_OFFICER, false)}/hand-in`,
  },
  {
    name: "result passed",
    as: NEW_OFFICER,
    path: (house) => `/attempts/${attemptOf(house, NEW_OFFICER, true)}/result`,
  },
  {
    name: "result failed",
    as: COLLABORATOR,
    path: (house) => `/attempts/${attemptOf(house, COLLABORATOR, true)}/result`,
  },
  { name: "certificates", as: NEW_OFFICER, path: () => "/certificates" },
  { name: "no certificates", as: COLLABORATOR, path: () => "/certificates" },
  { name: "certificate", as: NEW_OFFICER, path: (house) => `/certificates/${certificateOf(house).public_id}` },
  { name: "own record", as: NEW_OFFICER, path: () => "/me" },
  { name: "account", as: NEW_OFFICER, path: () => "/account" },
  { name: "account saved", as: NEW_OFFICER, path: () => "/account?saved=1" },
  { name: "overview of HR", as: HR_CENTRAL, path: () => "/hr" },
  { name: "overview of HR, all opened", as: HR_CENTRAL, path: () => "/hr?show=units" },
  { name: "reports", as: HR_CENTRAL, path: () => "/reports" },
  { name: "certification board", as: HR_CENTRAL, path: () => "/reports/board" },
  { name: "people behind the board", as: HR_CENTRAL, path: () => "/reports/board/people?board=never" },
  { name: "people behind a figure", as: HR_CENTRAL, path: () => "/reports/people?list=gaps" },
  { name: "requests behind a figure", as: HR_CENTRAL, path: () => "/reports/leaders/requests" },
  { name: "one-stop posts", as: HR_CENTRAL, path: () => "/reports/posts" },
  { name: "trends", as: HR_CENTRAL, path: () => "/reports/trends" },
  { name: "two dates compared", as: HR_CENTRAL, path: () => "/reports/compare" },
  { name: "scorecard of leaders", as: HR_CENTRAL, path: () => "/reports/leaders" },
  { name: "report as known then", as: HR_CENTRAL, path: () => "/reports/board?ngay=2026-06-30&biet=then" },
  { name: "question to keep", as: HR_CENTRAL, path: () => "/reports/views/new?address=/reports/board" },
  { name: "report to save", as: HR_CENTRAL, path: () => "/reports/saved/new" },
  { name: "overview of HR, wrong date", as: HR_CENTRAL, path: () => "/hr?ngay=31/02/2026", status: 400 },
  {
    name: "overview of one unit",
    as: HR_CENTRAL,
    path: (house) => `/hr?unit=${unitPublicId(house, "bhxh-hung-yen-2025")}`,
  },
  {
    name: "cell of the overview",
    as: HR_CENTRAL,
    path: () => "/hr/cell?competency=policy-explaining&level=PROVINCIAL",
  },
  { name: "list of certification", as: HR_CENTRAL, path: () => "/hr/certification?state=all" },
  { name: "print of the list", as: HR_CENTRAL, path: () => "/hr/certification?print=1" },
  { name: "scheduled reports", as: HR_CENTRAL, path: () => "/reports/schedules" },
  {
    name: "a report to be scheduled",
    as: HR_CENTRAL,
    path: () => `/reports/schedules/new?address=${encodeURIComponent("/hr/certification?state=all")}`,
  },
  { name: "one scheduled report", as: HR_CENTRAL, path: (house) => `/reports/schedules/${scheduleOf(house)}` },
  { name: "end of a scheduled report", as: HR_CENTRAL, path: (house) => `/reports/schedules/${scheduleOf(house)}/end` },
  { name: "reminders", as: HR_CENTRAL, path: () => "/reminders" },
  { name: "choice of mail", as: NEW_OFFICER, path: () => "/account/mail" },
  { name: "people", as: HR_CENTRAL, path: () => "/people" },
  { name: "people, none found", as: HR_CENTRAL, path: () => "/people?q=zzzz" },
  {
    name: "who may see a person",
    as: HR_CENTRAL,
    path: (house) => `/people/${personPublicId(house, NEW_OFFICER)}/viewers`,
  },
  { name: "permissions", as: ADMINISTRATOR, path: () => "/permissions" },
  { name: "permission to give", as: ADMINISTRATOR, path: () => "/permissions/new" },
  { name: "permission to end", as: ADMINISTRATOR, path: (house) => `/permissions/${grantOf(house)}/end` },
  { name: "powers lent", as: HR_CENTRAL, path: () => "/permissions/lent" },
  {
    name: "power to lend, refused",
    as: HR_CENTRAL,
    path: () => "/permissions/lent/new",
    async act(page) {
      await page.locator("#person").fill("VSS-00004");
      await page.locator("#document").fill("QĐ 1");
      await page.locator("#lastDay").fill("2026-12-31");
      await page.locator("main form button.btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "person", as: HR_CENTRAL, path: (house) => `/people/${personPublicId(house, NEW_OFFICER)}` },
  { name: "person, new name", as: HR_CENTRAL, path: (house) => `/people/${personPublicId(house, "VSS-00012")}/name` },
  { name: "person, details", as: HR_CENTRAL, path: (house) => `/people/${personPublicId(house, "VSS-00012")}/details` },
  {
    name: "person, absences",
    as: HR_CENTRAL,
    path: (house) => `/people/${personPublicId(house, "VSS-00012")}/absences`,
  },
  {
    name: "person, absences refused",
    as: HR_CENTRAL,
    path: (house) => `/people/${personPublicId(house, "VSS-00012")}/absences`,
    act: async (page) => {
      // the kind is left out
      await page.locator('[name="document"]').fill("Quyết định số 1");
      await page.locator('main form:has([name="document"]) .btn').first().click();
      await expect(page.getByRole("alert").first()).toBeVisible();
    },
  },
  { name: "person, return", as: HR_CENTRAL, path: (house) => `/people/${personPublicId(house, "VSS-00012")}/return` },
  {
    name: "person, other record",
    as: HR_CENTRAL,
    path: (house) => `/people/${twoOfOneName(house).kept}/merge?q=nguyen`,
  },
  {
    name: "person, merge",
    as: HR_CENTRAL,
    path: (house) => `/people/${twoOfOneName(house).kept}/merge?other=${twoOfOneName(house).merged}`,
  },
  { name: "slip for a person", as: HR_CENTRAL, path: (house) => `/people/${personPublicId(house, "VSS-00012")}/slip` },
  {
    name: "slip to print",
    as: HR_CENTRAL,
    path: (house) => `/people/${personPublicId(house, "VSS-00012")}/slip`,
    async act(page) {
      await page.locator("main form button").click();
      await expect(page.locator("article.report")).toBeVisible();
    },
  },
  { name: "units", as: HR_CENTRAL, path: () => "/units" },
  { name: "units of the past, found", as: HR_CENTRAL, path: () => "/units?ngay=30/06/2025&q=thai+binh" },
  {
    name: "unit of a leader",
    as: LEADER_HUNG_YEN,
    path: (house) => `/units/${unitPublicId(house, "bhxh-hung-yen-2025")}`,
  },
  { name: "leader", as: LEADER_HUNG_YEN, path: () => "/leader" },
  { name: "imports", as: HR_CENTRAL, path: () => "/imports" },
  { name: "import, upload", as: HR_CENTRAL, path: () => "/imports/new" },
  {
    name: "import, columns",
    as: HR_CENTRAL,
    path: (house) => `/imports/${importOf(house, "summary IS NOT NULL")}/columns`,
  },
  { name: "import, tried", as: HR_CENTRAL, path: (house) => `/imports/${importOf(house, "summary IS NOT NULL")}` },
  {
    name: "import, new people",
    as: HR_CENTRAL,
    path: (house) => `/imports/${importOf(house, "summary IS NOT NULL")}?outcome=new`,
  },
  {
    name: "import, to be confirmed",
    as: HR_CENTRAL,
    path: (house) => `/imports/${importOf(house, "summary IS NOT NULL")}/carry-out`,
  },
  { name: "import, unreadable", as: HR_CENTRAL, path: (house) => `/imports/${importOf(house, "reading IS NULL")}` },
  {
    name: "leader's page of another unit",
    as: HR_CENTRAL,
    path: (house) => `/leader?unit=${unitPublicId(house, "bhxh-cao-bang")}`,
  },
  { name: "network of focal points", as: HR_CENTRAL, path: () => "/focal" },
  { name: "network of the past", as: HR_CENTRAL, path: () => "/focal?ngay=30/06/2025" },
  { name: "focal point of a unit", as: HR_CENTRAL, path: (house) => `/focal/${unitPublicId(house, "bhxh-lai-chau")}` },
  { name: "practice overview", as: NEW_OFFICER, path: () => "/practice" },
  { name: "practice of a course", as: FOCAL_DA_NANG, path: () => "/practice/courses/foreign-information" },
  { name: "practice question", as: NEW_OFFICER, path: (house) => `/practice/runs/${runOf(house, false)}` },
  {
    name: "practice question answered",
    as: NEW_OFFICER,
    path: (house) => `/practice/runs/${runOf(house, false)}?item=1`,
  },
  { name: "practice ended", as: NEW_OFFICER, path: (house) => `/practice/runs/${runOf(house, true)}` },
  { name: "directory of focal points", as: FOCAL_DA_NANG, path: () => "/focal/directory" },
  { name: "directory, none found", as: FOCAL_DA_NANG, path: () => "/focal/directory?q=zzzz" },
  { name: "settings", as: HR_CENTRAL, path: () => "/desk/settings" },
  { name: "setting of levels", as: HR_CENTRAL, path: () => "/desk/settings/focal-levels" },
  { name: "setting of a unit", as: HR_CENTRAL, path: () => "/desk/settings/focal-unit" },
  {
    name: "setting not accepted",
    as: HR_CENTRAL,
    path: () => "/desk/settings/return-days",
    async act(page) {
      await page.locator("#value").fill("0");
      await page.locator("#document").fill("QĐ 1");
      await page.locator("main form button").click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "desk", as: HR_CENTRAL, path: () => "/desk" },
  { name: "marking", as: "VSS-00015", path: () => "/marking" },
  { name: "release of marks", as: "VSS-00013", path: () => "/marking/release" },
  { name: "own competencies", as: ONE_STOP_OFFICER, path: () => "/competency" },
  {
    name: "competencies of a person",
    as: HR_CENTRAL,
    path: (house) => `/people/${personPublicId(house, ONE_STOP_OFFICER)}/competency`,
  },
  { name: "practice log", as: NEW_OFFICER, path: () => "/log" },
  {
    name: "entry of the log refused",
    as: NEW_OFFICER,
    path: () => "/log/new",
    async act(page) {
      await page.locator("main form button.btn").first().click();
      await expect(page.locator(".errors")).toBeVisible();
    },
  },
  { name: "entry of the log", as: NEW_OFFICER, path: (house) => `/log/${logEntryOf(house, "returned")}` },
  { name: "entry of the log to mend", as: NEW_OFFICER, path: (house) => `/log/${logEntryOf(house, "returned")}/mend` },
  {
    name: "entry of the log to withdraw",
    as: NEW_OFFICER,
    path: (house) => `/log/${logEntryOf(house, "returned")}/withdraw`,
  },
  { name: "entries to confirm", as: LEADER_HUNG_YEN, path: () => "/log/queue" },
  { name: "entry to confirm", as: LEADER_HUNG_YEN, path: (house) => `/log/${logEntryOf(house, "submitted")}` },
  { name: "requests", as: NEW_OFFICER, path: () => "/requests" },
  { name: "request by kind", as: NEW_OFFICER, path: () => "/requests/new" },
  { name: "request for an exemption", as: NEW_OFFICER, path: () => "/requests/new?kind=exempt" },
  {
    name: "request not accepted",
    as: NEW_OFFICER,
    path: () => "/requests/new?kind=correct-record",
    async act(page) {
      await page.locator("main form button").click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "requests to decide", as: HR_CENTRAL, path: () => "/requests/inbox" },
  { name: "request to decide", as: HR_CENTRAL, path: (house) => `/requests/${requestOf(house)}` },
  { name: "own request", as: NEW_OFFICER, path: (house) => `/requests/${requestOf(house)}` },
  { name: "rules", as: PROGRAMME_OWNER, path: () => "/rules" },
  { name: "rule of the files", as: PROGRAMME_OWNER, path: () => "/rules/f-communication-basic" },
  { name: "rule to be drafted", as: PROGRAMME_OWNER, path: () => "/rules/new?from=f-service-ethics-one-stop" },
  {
    name: "rule refused",
    as: PROGRAMME_OWNER,
    path: () => "/rules/new",
    async act(page) {
      await page.locator("#titleVi").evaluate((field) => field.closest("form")?.setAttribute("novalidate", ""));
      await page.locator("main form .btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "end of a rule", as: PROGRAMME_OWNER, path: () => "/rules/f-communication-basic/retire" },
  { name: "calendar", as: NEW_OFFICER, path: () => "/calendar" },
  { name: "calendar without days", as: NEW_OFFICER, path: () => "/calendar?year=2028" },
  { name: "calendar to be changed", as: PROGRAMME_OWNER, path: () => "/calendar/change" },
  {
    name: "order for many",
    as: HR_CENTRAL,
    path: (house) => `/duties/new?person=${personPublicId(house, NEW_OFFICER)}`,
  },
  {
    name: "order for many, previewed",
    as: HR_CENTRAL,
    path: (house) => `/duties/new?person=${personPublicId(house, NEW_OFFICER)}`,
    async act(page) {
      await page.locator("#due").fill("2027-03-01");
      await page.locator("#assigns").selectOption("service-ethics-counter/service-ethics");
      await page.locator("#reason").fill("Theo kế hoạch");
      await page.locator("#document").fill("5/KH");
      await page.locator("main form .btn").first().click();
      await expect(page.locator("main .rows")).toBeVisible();
    },
  },
  { name: "order for nobody", as: HR_CENTRAL, path: () => "/duties/new" },
  { name: "posts of a unit", as: HR_CENTRAL, path: (house) => `/units/${focalOf(house).unit}/posts` },
  { name: "appointment", as: HR_CENTRAL, path: (house) => postOf(house, "appoint") },
  {
    name: "appointment refused",
    as: HR_CENTRAL,
    path: (house) => postOf(house, "appoint"),
    async act(page) {
      await page.locator("#person").fill("VSS-00228");
      await page.locator("#document").fill("45/QĐ-BHXH");
      await page.locator("main form .btn").first().click();
      await expect(page.locator('input[name="end"]').first()).toBeVisible();
    },
  },
  { name: "flags of a post", as: HR_CENTRAL, path: (house) => postOf(house, "flags") },
  { name: "post to close", as: HR_CENTRAL, path: (house) => postOf(house, "close") },
  { name: "new post", as: HR_CENTRAL, path: (house) => `/units/${focalOf(house).unit}/posts/new` },
  { name: "posting to end", as: HR_CENTRAL, path: (house) => postingOf(house, "end") },
  { name: "posting to correct", as: HR_CENTRAL, path: (house) => postingOf(house, "correct") },
  {
    name: "next post of a person",
    as: HR_CENTRAL,
    path: (house) => `/people/${focalOf(house).person}/appoint?unit=${focalOf(house).unit}`,
  },
  { name: "someone new, post to choose", as: HR_CENTRAL, path: () => "/people/new" },
  {
    name: "someone new",
    as: HR_CENTRAL,
    path: (house) => `/people/new?unit=${focalOf(house).unit}&post=${focalOf(house).post}`,
  },
  {
    name: "undoing an appointment",
    as: HR_CENTRAL,
    path: (house) => `/units/${focalOf(house).unit}/posts/new`,
    async act(page) {
      await page.locator("#position").selectOption("editor");
      await page.locator("#document").fill("46/QĐ-BHXH");
      await page.locator("main form .btn").first().click();
      await page.locator('a[href$="/undo"]').click();
      await expect(page.locator("main dl")).toBeVisible();
    },
  },
  { name: "statistics of an exam", as: EXAM_OFFICER, path: () => "/exams/onboarding/statistics" },
  {
    name: "statistics of a question",
    as: EXAM_OFFICER,
    path: (house) => `/exams/onboarding/statistics/${askedQuestion(house)}`,
  },
  { name: "similar papers", as: EXAM_OFFICER, path: () => "/exams/onboarding/similarity" },
  { name: "regrades", as: EXAM_OFFICER, path: () => "/exams/onboarding/regrade" },
  {
    name: "regrade, what is missing",
    as: EXAM_OFFICER,
    path: (house) => `/exams/onboarding/regrade/new?question=${askedQuestion(house)}&checked=1`,
    status: 400,
  },
  {
    name: "regrade, before it is done",
    as: EXAM_OFFICER,
    path: (house) => `/exams/onboarding/regrade/new?question=${askedQuestion(house)}`,
    async act(page) {
      await page.locator('input[name="kind"][value="everybody-right"]').check();
      await page.locator("main form .btn").first().click();
      await expect(page).toHaveURL(/\/preview\?/);
    },
  },
  { name: "effects of marks", as: EXAM_OFFICER, path: () => "/exams/effects" },
  {
    name: "log of an attempt",
    as: EXAM_OFFICER,
    path: (house) => `/exams/attempts/${attemptOf(house, COLLABORATOR, true)}`,
  },
  { name: "exams of the house", as: EXAM_OFFICER, path: () => "/exams" },
  { name: "attempts at an exam", as: EXAM_OFFICER, path: () => "/exams/onboarding" },
  {
    name: "attempt, more time",
    as: EXAM_OFFICER,
    path: (house) => `/exams/attempts/${attemptOf(house, COLLABORATOR, true)}/extend`,
  },
  {
    name: "attempt, made void, what is missing",
    as: EXAM_OFFICER,
    path: (house) => `/exams/attempts/${attemptOf(house, COLLABORATOR, true)}/void`,
    async act(page) {
      await page.locator('input[name="reason"][value="other"]').check();
      await page.locator("main form button.btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "late answers",
    as: EXAM_OFFICER,
    path: (house) => `/exams/attempts/${attemptOf(house, COLLABORATOR, true)}/late`,
  },
  {
    name: "one more attempt",
    as: EXAM_OFFICER,
    path: (house) => `/exams/people/${personPublicId(house, COLLABORATOR)}/grant`,
  },
  {
    name: "extra time of a person",
    as: EXAM_OFFICER,
    path: (house) => `/people/${personPublicId(house, NEW_OFFICER)}/extra-time`,
  },
  { name: "people with extra time", as: EXAM_OFFICER, path: () => "/exams/extra-time" },
  { name: "exam days", as: EXAM_OFFICER, path: () => "/exams/sittings" },
  {
    name: "exam day, its list to print",
    as: EXAM_OFFICER,
    path: () => "/exams/sittings/new",
    async act(page) {
      await page.locator("#course").selectOption("onboarding");
      await page.locator("#unit").selectOption({ index: 1 });
      await page.locator("#title").fill("Kiểm tra nhập môn");
      await page.locator("#place").fill("Phòng họp tầng 2");
      await page.locator("main form .btn").first().click();
      await page.locator("#codes").fill("VSS-00001 VSS-00002");
      await page.locator('button[name="act"][value="codes"]').click();
      await expect(page.getByRole("status")).toBeVisible();
      await page.locator(".crumbs a").last().click();
      await page.locator('a[href$="/print"]').click();
      await expect(page.locator("article table")).toBeVisible();
    },
  },
  { name: "reorganisations", as: HR_CENTRAL, path: () => "/reorganisations" },
  { name: "reorganisation, begun", as: HR_CENTRAL, path: () => "/reorganisations/new" },
  { name: "reorganisation with acts", as: HR_CENTRAL, path: planOf },
  { name: "reorganisation, which act", as: HR_CENTRAL, path: (house) => `${planOf(house)}/acts/new` },
  {
    name: "reorganisation, act refused",
    as: HR_CENTRAL,
    path: (house) => `${planOf(house)}/acts/new/split`,
    async act(page) {
      await page.locator("main form button.btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "reorganisation, preview", as: HR_CENTRAL, path: (house) => `${planOf(house)}/preview` },
  { name: "reorganisation thrown away", as: HR_CENTRAL, path: (house) => `${planOf(house)}/discard` },
  { name: "reorganisation carried out", as: HR_CENTRAL, path: changeOf },
  { name: "reorganisation to undo", as: HR_CENTRAL, path: (house) => `${changeOf(house)}/undo` },
  { name: "what was learnt elsewhere", as: NEW_OFFICER, path: () => "/proofs" },
  {
    name: "training elsewhere, what is missing",
    as: NEW_OFFICER,
    path: () => "/proofs/new/training",
    async act(page) {
      await page.locator("main form .btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  { name: "language level", as: NEW_OFFICER, path: () => "/proofs/new/language" },
  { name: "proofs to verify", as: HR_CENTRAL, path: () => "/proofs/inbox" },
  { name: "training hours of a year", as: HR_CENTRAL, path: () => "/proofs/hours" },
  { name: "refused, signed in", as: NEW_OFFICER, path: () => "/hr", status: 404 },
  { name: "programmes", as: NEW_OFFICER, path: () => "/programmes" },
  { name: "programme", as: NEW_OFFICER, path: () => "/programmes/foreign-information-focal" },
  { name: "new rules of a programme", as: PROGRAMME_OWNER, path: () => "/programmes/foreign-information-focal/new" },
  {
    name: "new rules of a programme, what is missing",
    as: PROGRAMME_OWNER,
    path: () => "/programmes/equipment-livestream/new",
    async act(page) {
      await page.locator("#requires").fill("tất cả:\n  học chăm chỉ");
      await page.locator("main form .btn").first().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "new rules of a programme, before they are set",
    as: PROGRAMME_OWNER,
    path: () => "/programmes/foreign-information-focal/new",
    async act(page) {
      await page.locator("#from").fill("2027-06-01");
      await page.locator("#reason").fill("Theo kế hoạch");
      await page.locator("main form .btn").first().click();
      await expect(page.locator("main dl").first()).toBeVisible();
    },
  },
  {
    name: "rules to come, and taking them back",
    as: PROGRAMME_OWNER,
    path: () => "/programmes/onboarding/new",
    async act(page) {
      await page.locator("#from").fill("2027-06-01");
      await page.locator("#reason").fill("Theo kế hoạch");
      await page.locator("main form .btn").first().click();
      await expect(page.locator("main dl").first()).toBeVisible();
      await page.locator("main form .btn").first().click();
      await expect(page).toHaveURL(/done=set/);
      await page.locator('a[href*="/take-back"]').click();
      await expect(page.locator("main form .btn")).toHaveCount(2);
    },
  },
  { name: "authority to issue", as: PROGRAMME_OWNER, path: () => "/authority" },
  { name: "new signatory", as: PROGRAMME_OWNER, path: () => "/authority/signatories/new" },
  { name: "signatory to be replaced", as: PROGRAMME_OWNER, path: (house) => `${signatoryOf(house)}/replace` },
  { name: "end of a signatory", as: PROGRAMME_OWNER, path: (house) => `${signatoryOf(house)}/end` },
  { name: "new standing decision", as: PROGRAMME_OWNER, path: () => "/authority/decisions/new" },
  { name: "end of a standing decision", as: PROGRAMME_OWNER, path: () => "/authority/decisions/1/end" },
  { name: "wording of reports", as: PROGRAMME_OWNER, path: () => "/authority/wording?kind=report" },
  { name: "wording of certificates", as: PROGRAMME_OWNER, path: () => "/authority/wording?kind=certificate" },
  { name: "who waits for a signatory", as: HR_CENTRAL, path: () => "/issuing" },
  { name: "list for a signatory", as: HR_CENTRAL, path: () => "/issuing/new?programme=equipment-livestream" },
  { name: "register of certificates", as: HR_CENTRAL, path: () => "/register" },
  { name: "register in print", as: HR_CENTRAL, path: () => "/register/print" },
  { name: "certificate to revoke", as: SIGNATORY, path: (house) => `${registered(house)}/revoke` },
  { name: "certificate that cannot be reinstated", as: SIGNATORY, path: (house) => `${registered(house)}/reinstate` },
  { name: "certificate to correct", as: HR_CENTRAL, path: (house) => `${registered(house)}/correct` },
  { name: "signed copy of a certificate", as: HR_CENTRAL, path: (house) => `${registered(house)}/signed-copy` },
  { name: "banks of questions", as: PROGRAMME_OWNER, path: () => "/bank" },
  { name: "bank of questions", as: PROGRAMME_OWNER, path: () => "/bank/service-ethics" },
  { name: "question of a bank", as: PROGRAMME_OWNER, path: () => "/bank/service-ethics/questions/se-four-groups" },
  { name: "kinds of questions", as: PROGRAMME_OWNER, path: () => "/bank/service-ethics/questions/new" },
  ...(["matching", "fill-in", "numeric", "task"] as const).map((type) => ({
    name: `new question, ${type}`,
    as: PROGRAMME_OWNER,
    path: () => `/bank/service-ethics/questions/new?type=${type}`,
  })),
  {
    name: "question mended, refused",
    as: PROGRAMME_OWNER,
    path: () => "/bank/service-ethics/questions/se-four-groups/edit",
    async act(page) {
      await page.locator('[id="stem.en"]').fill("");
      await page.locator("main form button[value=save]").last().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
  {
    name: "question to retire",
    as: PROGRAMME_OWNER,
    path: () => "/bank/service-ethics/questions/se-own-mistake/retire",
  },
  { name: "proposed questions", as: APPROVER, path: () => "/bank/proposals" },
  { name: "proposed question", as: APPROVER, path: (house) => proposalOf(house, "change") },
  { name: "draft of a question", as: PROGRAMME_OWNER, path: (house) => `${proposalOf(house, "change")}/edit` },
  { name: "question proposed to retire", as: APPROVER, path: (house) => proposalOf(house, "retire") },
];

let prepared: House | null = null;

/** Lessons learned, papers open, passed and failed: once a house. */
export async function prepare(house: House): Promise<void> {
  if (prepared === house) return;
  prepared = house;
  await takeCourse(house, await Caller.signedIn(house, NEW_OFFICER), "onboarding", "pass");
  await takeCourse(house, await Caller.signedIn(house, COLLABORATOR), "onboarding", "fail");
  await raiseRequest(await Caller.signedIn(house, NEW_OFFICER));
  await practise(house, await Caller.signedIn(house, NEW_OFFICER), Number.POSITIVE_INFINITY);
  await practise(house, await Caller.signedIn(house, NEW_OFFICER), 1);
  const counter = await Caller.signedIn(house, ONE_STOP_OFFICER);
  await learnAll(house, counter, "onboarding");
  await answerAll(house, counter, await startExam(counter, "onboarding"));
  const hr = await Caller.signedIn(house, HR_CENTRAL);
  await uploadFile(house, hr, "%PDF-1.7", "can-bo.xlsx");
  await tryFile(house, hr, [
    "AXE-1;Đỗ Thị Mới;BHXH tỉnh Hưng Yên;Cán bộ truyền thông;01/12/2026",
    "AXE-2;Phạm Hữu Thọ;BHXH tỉnh Hưng Yênn;Cán bộ truyền thông;31/02/2026",
  ]);
  await preparePlan(await Caller.signedIn(house, HR_CENTRAL));
  await proposeQuestions(await Caller.signedIn(house, PROGRAMME_OWNER));
  const schedule = { name: "Chứng nhận", person: HR_CENTRAL, address: "/hr/certification", format: "xlsx" };
  const form = { ...schedule, period: "monthly", onceKey: "axeschedule" };
  expect((await (await Caller.signedIn(house, HR_CENTRAL)).post("/reports/schedules/new", { form })).status).toBe(302);
}

/** One question to be changed and one to be retired. */
async function proposeQuestions(author: Caller): Promise<void> {
  const both = (name: string, vi: string, en: string) => ({ [`${name}.vi`]: vi, [`${name}.en`]: en });
  const form = {
    once: "axe1",
    type: "truefalse",
    act: "save",
    ...both("stem", "Câu này đúng hay sai?", "Is this true or false?"),
    ...both("explanation", "Vì thế.", "Therefore."),
    "options.0.key": "true",
    ...both("options.0.text", "Đúng", "True"),
    "options.1.key": "false",
    ...both("options.1.text", "Sai", "False"),
    correct: "0",
    "citation.document": "luat-80-2025",
    ...both("citation.clause", "Điều 12", "Article 12"),
    "citation.mark": "TEXT",
    competency: "service-ethics",
    difficulty: "1",
    lesson: "what-ethics-asks",
    use: "both",
  };
  expect((await author.post("/bank/service-ethics/questions/se-four-groups/edit", { form })).status).toBe(302);
  const retirement = { once: "axe2", reason: "Không còn phù hợp." };
  const path = "/bank/service-ethics/questions/se-public-employee-law/retire";
  expect((await author.post(path, { form: retirement })).status).toBe(302);
}

/** Begins a practice run and does not know the first so many answers. */
async function practise(house: House, caller: Caller, most: number): Promise<void> {
  const begun = await caller.post("/practice/courses/onboarding", { form: { kind: "practice", once: "" } });
  const run = begun.headers.get("Location")?.split("/").at(-1) ?? "";
  for (const { number, right } of practiceItemsOf(house, run).slice(0, most)) {
    const shown = `s${number}`;
    await caller.post(`/practice/runs/${run}`, { form: { [shown]: String(right[shown]), unknown: "yes" } });
  }
}

/** Asks for a correction of the phone number. */
async function raiseRequest(caller: Caller): Promise<void> {
  const form = {
    kind: "correct-record",
    field: "phone",
    value: "0221 000 000",
    text: "Đã đổi số",
    onceKey: "0123456789abcdef",
  };
  expect((await caller.post("/requests/new", { form })).status).toBe(302);
}
