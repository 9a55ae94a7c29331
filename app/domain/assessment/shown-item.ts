import type { Figure } from "../course/figure";
import type { Bilingual } from "../text/bilingual";
import type { Language } from "../text/language";
import type { LearnerItem } from "./learner-paper";

/** A choice, a step, a side to match or a unit, by the token under which its answer is sent. */
export interface ShownPart {
  token: string;
  text: string;
}

export type ShownFigure =
  | { kind: "picture"; src: string; alt: string; caption: string | null }
  | { kind: "table"; caption: string; head: string[]; rows: string[][] };

interface Face {
  /** 1, 2, 3 … in the order of the paper; names the fields */
  number: number;
  stem: string;
  figures: ShownFigure[];
}

export type ShownChoice = Face & { type: "single" | "multiple" | "truefalse"; options: ShownPart[] };
export type ShownMatching = Face & { type: "matching"; lefts: ShownPart[]; rights: ShownPart[] };
export type ShownOrdering = Face & { type: "ordering"; steps: ShownPart[] };
/** `pieces`: the text in order, a gap by its token */
export type ShownFillIn = Face & { type: "fill-in"; pieces: (string | { gap: string })[] };
/** `units`: none, one that stands after the number, or several to choose from */
export type ShownNumeric = Face & { type: "numeric"; units: ShownPart[] };
export type ShownShortText = Face & { type: "short-text"; mostWords: number };
export type ShownJudgement = Face & { type: "judgement"; answer: "best" | "rank"; options: ShownPart[] };

/** A question of a paper in one language, as its component draws it; nothing of the key. */
export type ShownItem =
  | ShownChoice
  | ShownMatching
  | ShownOrdering
  | ShownFillIn
  | ShownNumeric
  | ShownShortText
  | ShownJudgement;

/** Where a picture of the bank is served, by the name under which its bytes are kept. */
const PICTURES = "/pictures/";

export function shownItem(item: LearnerItem, language: Language): ShownItem {
  const said = (text: Bilingual) => text[language];
  const parts = (list: readonly { token: string; text: Bilingual }[]): ShownPart[] =>
    list.map(({ token, text }) => ({ token, text: said(text) }));
  const face = {
    number: item.number,
    stem: said(item.stem),
    figures: (item.figures ?? []).map((figure) => shownFigure(figure, language)),
  };
  switch (item.type) {
    case "single":
    case "multiple":
    case "truefalse":
      return { ...face, type: item.type, options: parts(item.options) };
    case "matching":
      return { ...face, type: item.type, lefts: parts(item.lefts), rights: parts(item.rights) };
    case "ordering":
      return { ...face, type: item.type, steps: parts(item.steps) };
    case "fill-in":
      return { ...face, type: item.type, pieces: piecesOf(said(item.text)) };
    case "numeric":
      return { ...face, type: item.type, units: parts(item.units) };
    case "short-text":
      return { ...face, type: item.type, mostWords: item.mostWords };
    case "judgement":
      return { ...face, type: item.type, answer: item.answer, options: parts(item.options) };
  }
}

/** The text between its gaps, which stand as [[token]]. */
function piecesOf(text: string): ShownFillIn["pieces"] {
  return text
    .split(/\[\[([a-z0-9-]+)\]\]/)
    .map((piece, index) => (index % 2 === 0 ? piece : { gap: piece }))
    .filter((piece) => piece !== "");
}

export function shownFigure(figure: Figure, language: Language): ShownFigure {
  if ("picture" in figure) {
    const { picture, alt, caption } = figure;
    return { kind: "picture", src: PICTURES + picture, alt: alt[language], caption: caption?.[language] ?? null };
  }
  const { caption, head, rows } = figure.table;
  return {
    kind: "table",
    caption: caption[language],
    head: head.map((cell) => cell[language]),
    rows: rows.map((row) => row.map((cell) => cell[language])),
  };
}
