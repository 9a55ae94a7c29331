import { measureExam } from "./exam";
import { isKept, printFigure } from "./figure";
import { measureHr } from "./hr";
import { measureOrganisation } from "./organisation";
import { measurePages } from "./pages";

/** `npm run bench -- pages [--seconds 10]`, `-- organisation`, `-- exam` or `-- hr`: one line of JSON a figure; ends with 1 where a budget is exceeded. */
const suites = { pages: measurePages, organisation: measureOrganisation, exam: measureExam, hr: measureHr };

const name = process.argv[2] ?? "";
if (!(name in suites)) {
  console.error(`npm run bench -- ${Object.keys(suites).join(" | ")}`);
  process.exit(1);
}
const figures = await suites[name as keyof typeof suites]();
for (const figure of figures) printFigure(figure);
process.exit(figures.every(isKept) ? 0 : 1);
