import { BOARD_STATES } from "./board";
import { COMPARE_FIGURES, type CompareFigure } from "./compare-dates";

/** The page with the people behind a figure, and what its address says beside the question of the report. */
export interface FigureList {
  path: string;
  parts: Readonly<Record<string, string>>;
}

const board = (list: string): FigureList => ({ path: "/reports/board/people", parts: { board: list } });
const people = (list: string): FigureList => ({ path: "/reports/people", parts: { list } });

const LISTS: Readonly<Record<CompareFigure, FigureList>> = {
  people: people("staff"),
  collaborators: people("collaborators"),
  vacancies: { path: "/reports/posts", parts: {} },
  asked: board("asked"),
  held: board("held"),
  overdue: board("overdue"),
  short: people("short"),
};

export function listOfFigure(figure: CompareFigure): FigureList {
  return LISTS[figure];
}

/** A figure of a kept report, told from its key. */
export type KeptFigure =
  | { of: "main"; figure: CompareFigure; list: FigureList }
  | { of: "board"; programme: string; state: (typeof BOARD_STATES)[number]; list: FigureList }
  | { of: "heat"; competency: string; level: string; what: "required" | "met"; list: FigureList };

/** What the key of a kept figure says ("held", "board ethics expired", "heat dialogue PROVINCIAL met"); null: none of ours. */
export function readKeptFigure(key: string): KeptFigure | null {
  const figure = COMPARE_FIGURES.find((each) => each === key);
  if (figure) return { of: "main", figure, list: LISTS[figure] };
  const [area, name = "", third = "", fourth] = key.split(" ");
  if (area === "board") {
    const state = BOARD_STATES.find((each) => each === third);
    const list = { path: "/reports/board/people", parts: { board: third, programme: name } };
    return state ? { of: "board", programme: name, state, list } : null;
  }
  if (area !== "heat" || (fourth !== "required" && fourth !== "met")) return null;
  const parts = { competency: name, level: third, who: fourth === "met" ? "met" : "all" };
  return { of: "heat", competency: name, level: third, what: fourth, list: { path: "/hr/cell", parts } };
}
