import { citationProblem } from "~/domain/course/citable";
import type { Citation } from "~/domain/course/citation";
import { isDrawn } from "~/domain/course/course";
import { shortages } from "~/domain/course/exam";
import type { LegalDocument } from "~/domain/course/legal-document";
import type { BankQuestion, Question } from "~/domain/course/question";
import type { CourseFiles } from "./course-files.server";
import { picturesOf, withKeptPictures } from "./course-pictures.server";
import { type FrameworkFiles, keysOf } from "./framework-files.server";
import { type ProblemList, repeated } from "./problem-list.server";
import type { YamlFile } from "./yaml-file.server";

/** What a course is checked against. */
export interface CourseSurroundings {
  /** every course that could be read, by slug */
  courses: ReadonlyMap<string, CourseFiles>;
  /** every folder of a course, readable or not */
  slugs: ReadonlySet<string>;
  frameworks: FrameworkFiles;
}

const FEWEST_QUESTIONS = 20;

/** Checks what the files of a course say of one another, of the frameworks and of other courses. */
export function checkCourse(course: CourseFiles, around: CourseSurroundings, problems: ProblemList): void {
  const competencies = keysOf(around.frameworks.competencies?.value.competencies);
  const checkCompetency = (file: YamlFile<unknown>, where: (string | number)[], competency: string) => {
    if (competencies && !competencies.has(competency)) {
      problems.add(file.file, file.lineOf(where), `no competency ${competency}`);
    }
  };
  checkManifest(course, around, problems);
  checkBank(course, around, problems);
  checkPictures(course, problems);
  course.manifest.value.evidence.forEach(({ competency }, index) => {
    checkCompetency(course.manifest, ["evidence", index], competency);
    if (!course.exam.value.sections.some((section) => section.competency === competency)) {
      const message = `the exam asks nothing on ${competency}, so a pass proves nothing of it`;
      problems.add(course.manifest.file, course.manifest.lineOf(["evidence", index]), message);
    }
  });
  course.bank.value.questions.forEach(({ competency }, index) => {
    checkCompetency(course.bank, ["questions", index, "competency"], competency);
  });
  course.exam.value.sections.forEach(({ competency }, index) => {
    if (competency !== undefined) checkCompetency(course.exam, ["sections", index], competency);
  });
  const { closes } = course.exam.value;
  if (closes !== undefined && closes < course.manifest.value.valid_from) {
    const message = `the exam closes on ${closes}, before the course begins to hold`;
    problems.add(course.exam.file, course.exam.lineOf(["closes"]), message);
  }
  // of a bank that cannot be read nothing can be said
  if (!course.bank.value.draws.every((draw) => around.courses.has(draw.course))) return;
  for (const { section, message } of shortages(course.exam.value, questionsOf(course, around.courses))) {
    problems.add(course.exam.file, course.exam.lineOf(["sections", section]), message);
  }
}

/** The questions of a course: its own, then those that it draws from the banks of others; pictures by the names of kept bytes. */
export function questionsOf(course: CourseFiles, courses: ReadonlyMap<string, CourseFiles>): BankQuestion[] {
  const own = ownQuestions(course);
  const drawn = course.bank.value.draws.flatMap((draw) =>
    ownQuestions(courses.get(draw.course)).filter(({ key }) => draw.keys.includes(key)),
  );
  return [...own, ...drawn];
}

function ownQuestions(course: CourseFiles | undefined): BankQuestion[] {
  if (!course) return [];
  return course.bank.value.questions.map((question) => ({
    ...withKeptPictures(question, course.pictures),
    bank: course.slug,
  }));
}

/** Every picture that a question shows is there, and every picture is shown. */
function checkPictures({ bank, pictures }: CourseFiles, problems: ProblemList): void {
  const shown = new Set<string>();
  bank.value.questions.forEach((question, index) => {
    for (const { name, figure } of picturesOf(question)) {
      shown.add(name);
      if (pictures.has(name)) continue;
      problems.add(
        bank.file,
        bank.lineOf(["questions", index, "figures", figure, "picture"]),
        `no file pictures/${name}`,
      );
    }
  });
  for (const [name, picture] of pictures) {
    if (picture && !shown.has(name)) problems.add(picture.file, 1, "no question shows this picture");
  }
}

function checkManifest(course: CourseFiles, around: CourseSurroundings, problems: ProblemList): void {
  const { file, value, lineOf } = course.manifest;
  const wrong = (where: (string | number)[], message: string) => problems.add(file, lineOf(where), message);
  if (value.slug !== course.slug) wrong(["slug"], `the slug must be the folder's name, ${course.slug}`);
  for (const index of repeated(value.lessons.map(({ key }) => key))) {
    wrong(["lessons", index, "key"], `the lesson key ${value.lessons[index]?.key} is given twice`);
  }
  const shown = new Map<string, string>();
  const show = (activity: string, from: string, index: number) => {
    const other = shown.get(activity);
    if (other !== undefined)
      wrong(["lessons", index], `another lesson shows an activity ${activity} already (${other})`);
    shown.set(activity, from);
  };
  value.lessons.forEach((lesson, index) => {
    if (!isDrawn(lesson)) {
      checkCitations(lesson.citations, course, around, (item, message) =>
        wrong(["lessons", index, "citations", item], message),
      );
      if (lesson.activity === undefined) return;
      show(lesson.activity, course.slug, index);
      if (!course.activities.has(lesson.activity)) {
        wrong(["lessons", index, "activity"], `no folder activities/${lesson.activity}`);
      }
      return;
    }
    const { from } = lesson;
    const origin = around.courses.get(from.course);
    const original = origin?.manifest.value.lessons.find(({ key }) => key === from.lesson);
    if (!around.slugs.has(from.course) || from.course === course.slug) {
      wrong(["lessons", index, "from"], `no other course ${from.course}`);
    } else if (origin && !original) {
      wrong(["lessons", index, "from"], `${from.course} has no lesson ${from.lesson}`);
    } else if (original && isDrawn(original)) {
      wrong(["lessons", index, "from"], `${from.lesson} is itself drawn: name ${original.from.course} here`);
    } else if (original) {
      if (original.activity !== undefined) show(original.activity, from.course, index);
      checkCitations(original.citations, course, around, (_item, message) =>
        wrong(["lessons", index, "from"], message),
      );
    }
  });
  for (const key of course.activities.keys()) {
    if (shown.get(key) !== course.slug) wrong(["lessons"], `no lesson shows activities/${key}`);
  }
}

function checkBank(course: CourseFiles, around: CourseSurroundings, problems: ProblemList): void {
  const { file, value, lineOf } = course.bank;
  const wrong = (where: (string | number)[], message: string) => problems.add(file, lineOf(where), message);
  const lessons = keysOf(course.manifest.value.lessons);
  for (const index of repeated(value.questions.map(({ key }) => key))) {
    wrong(["questions", index, "key"], `the question key ${value.questions[index]?.key} is given twice`);
  }
  value.questions.forEach(({ key, lesson, citation }, index) => {
    for (const [slug, other] of around.courses) {
      if (slug < course.slug && other.bank.value.questions.some((question) => question.key === key)) {
        wrong(["questions", index, "key"], `the question key ${key} is given in ${slug} already`);
      }
    }
    if (!lessons?.has(lesson)) wrong(["questions", index, "lesson"], `no lesson ${lesson}`);
    const unused = uselessUse(value.questions[index] as Question);
    if (unused !== null) wrong(["questions", index, "use"], unused);
    checkCitations([citation], course, around, (_item, message) => wrong(["questions", index, "citation"], message));
  });
  value.draws.forEach((draw, index) => {
    const origin = around.courses.get(draw.course);
    if (!around.slugs.has(draw.course) || draw.course === course.slug) {
      wrong(["draws", index, "course"], `no other course ${draw.course}`);
    }
    if (!origin) return;
    draw.keys.forEach((key, item) => {
      const question = origin.bank.value.questions.find((each) => each.key === key);
      const where = ["draws", index, "keys", item];
      if (!question) wrong(where, `${draw.course} has no question ${key}`);
      else checkCitations([question.citation], course, around, (_item, message) => wrong(where, `${key}: ${message}`));
    });
  });
  const drawn = value.draws.flatMap(({ keys }) => keys);
  for (const index of repeated(drawn)) wrong(["draws"], `${drawn[index]} is drawn twice`);
  const count = value.questions.length + new Set(drawn).size;
  if (count < FEWEST_QUESTIONS) {
    wrong([], `a course has ${FEWEST_QUESTIONS} questions or more, drawn ones counted; this one has ${count}`);
  }
}

/** Why what a question says of its use has no effect; null where it has. */
function uselessUse({ type, use }: Question): string | null {
  if (use === undefined) return null;
  if (type === "task") return "a task is done outside exams and practice: it has no use";
  if (type === "short-text" && use !== "exam") return "practice answers at once, and a short text waits for a marker";
  return null;
}

function checkCitations(
  citations: readonly Citation[],
  { manifest }: CourseFiles,
  { frameworks }: CourseSurroundings,
  wrong: (item: number, message: string) => void,
): void {
  const documents: readonly LegalDocument[] | undefined = frameworks["legal-documents"]?.value.documents;
  if (!documents) return;
  citations.forEach((citation, item) => {
    const document = documents.find(({ key }) => key === citation.document);
    const { valid_from, review_by } = manifest.value;
    const problem = document
      ? citationProblem(citation, document, valid_from, review_by)
      : `no legal document ${citation.document}`;
    if (problem !== null) wrong(item, problem);
  });
}
