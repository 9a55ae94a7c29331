import type { CollectedMarks } from "./collected-marks";

/** The attempts that had a question, from the highest share of marks of the whole paper to the lowest. */
export interface QuestionColumn {
  question: number;
  n: number;
  /** by attempt that had it: share of the question's marks, 0 to 1 */
  share: Float64Array;
  /** its marks as a share of what the paper could earn */
  part: Float64Array;
  /** what it could earn, as a share of the paper */
  weight: Float64Array;
  /** share of marks of the whole paper */
  whole: Float64Array;
  /** share of marks of the rest of the paper; NaN where there is no rest */
  rest: Float64Array;
  /** index of its answer, as in the collected marks */
  answer: Int32Array;
  version: Uint32Array;
  attempt: Uint32Array;
}

/** One column for each question; equal attempts keep the order in which they were collected. */
export function byQuestion(marks: CollectedMarks): QuestionColumn[] {
  const columns = countedColumns(marks);
  for (const attempt of fromBestToWorst(marks)) {
    const whole = shareOf(marks.total[attempt] as number, marks.totalMax[attempt] as number);
    const totalMax = marks.totalMax[attempt] as number;
    for (let cell = marks.start[attempt] as number; cell < (marks.start[attempt + 1] as number); cell++) {
      const column = columns[marks.question[cell] as number];
      if (!column) continue;
      const [score, max] = [marks.score[cell] as number, marks.max[cell] as number];
      const at = column.n++;
      column.share[at] = score / max;
      column.part[at] = score / totalMax;
      column.weight[at] = max / totalMax;
      column.whole[at] = whole;
      column.rest[at] = totalMax > max ? ((marks.total[attempt] as number) - score) / (totalMax - max) : Number.NaN;
      column.answer[at] = marks.answer[cell] as number;
      column.version[at] = marks.version[cell] as number;
      column.attempt[at] = attempt;
    }
  }
  return columns;
}

/** Share of the marks, 0 to 1; 0 for a paper that could earn nothing. */
export function shareOf(score: number, max: number): number {
  return max > 0 ? score / max : 0;
}

function fromBestToWorst({ attempts, total, totalMax }: CollectedMarks): Uint32Array {
  const order = new Uint32Array(attempts).map((_, index) => index);
  const whole = Float64Array.from(total, (score, index) => shareOf(score, totalMax[index] as number));
  return order.sort((a, b) => (whole[b] as number) - (whole[a] as number) || a - b);
}

function countedColumns({ questions, question }: CollectedMarks): QuestionColumn[] {
  const counts = new Uint32Array(questions.length);
  for (const index of question) counts[index] = (counts[index] as number) + 1;
  return questions.map((_, index) => {
    const size = counts[index] as number;
    return {
      question: index,
      n: 0,
      share: new Float64Array(size),
      part: new Float64Array(size),
      weight: new Float64Array(size),
      whole: new Float64Array(size),
      rest: new Float64Array(size),
      answer: new Int32Array(size),
      version: new Uint32Array(size),
      attempt: new Uint32Array(size),
    };
  });
}
