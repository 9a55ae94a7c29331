import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Question } from "../course/question";
import { type CollectedMark, type CollectedMarks, MarkCollector } from "./collected-marks";
import { examStatistics } from "./exam-statistics";

/**
 * The reference: textbook formulas on a plain matrix of rows (attempts) and columns (questions), null where an attempt did not
 * have a question. Written apart from the code it checks: it knows nothing of columns, orders or pooled passes.
 */
type Matrix = (number | null)[][];

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
const average = (list: readonly number[]) => sum(list) / list.length;

/** E[xy] − E[x]·E[y], times n ÷ (n − 1) */
function sampleCovariance(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  const product = average(x.map((value, at) => value * (y[at] ?? 0)));
  return ((product - average(x) * average(y)) * n) / (n - 1);
}

function pearson(x: readonly number[], y: readonly number[]): number {
  return sampleCovariance(x, y) / Math.sqrt(sampleCovariance(x, x) * sampleCovariance(y, y));
}

interface Reference {
  scores: Matrix;
  maxima: Matrix;
}

function having({ scores, maxima }: Reference, item: number) {
  return scores.flatMap((row, at) => {
    const score = row[item] ?? null;
    if (score === null) return [];
    const max = maxima[at]?.[item] ?? 0;
    const total = sum(row.map((value) => value ?? 0));
    const totalMax = sum((maxima[at] ?? []).map((value) => value ?? 0));
    return [{ at, score, max, total, totalMax, whole: total / totalMax, share: score / max }];
  });
}

function referenceFacility(data: Reference, item: number): number {
  return average(having(data, item).map(({ share }) => share));
}

function referenceCorrelation(data: Reference, item: number): number {
  const rows = having(data, item);
  return pearson(
    rows.map(({ share }) => share),
    rows.map(({ total, totalMax, score, max }) => (total - score) / (totalMax - max)),
  );
}

/** Each taker's chance to be in the group is counted out seat by seat, for ranks in every order of equal takers at once. */
function referenceDiscrimination(data: Reference, item: number): number {
  const rows = having(data, item);
  const seats = Math.max(1, Math.round(rows.length * 0.27));
  const same = (a: number, b: number) => Math.abs(a - b) < 1e-9;
  const groupMean = (better: (a: number, b: number) => boolean) => {
    let total = 0;
    for (const row of rows) {
      const ahead = rows.filter((other) => !same(other.whole, row.whole) && better(other.whole, row.whole)).length;
      const equal = rows.filter((other) => same(other.whole, row.whole)).length;
      const chance = Math.min(1, Math.max(0, (seats - ahead) / equal));
      total += chance * row.share;
    }
    return total / seats;
  };
  return groupMean((a, b) => a > b) - groupMean((a, b) => a < b);
}

/** √covariance of each question's marks with the whole; null where it is negative */
function referenceRoots(data: Reference, items: number): (number | null)[] {
  return Array.from({ length: items }, (_, item) => {
    const rows = having(data, item);
    const shared = sampleCovariance(
      rows.map(({ score, totalMax }) => score / totalMax),
      rows.map(({ whole }) => whole),
    );
    return shared < 0 ? null : Math.sqrt(shared);
  });
}

function referenceEffective(data: Reference, roots: (number | null)[], item: number): number | null {
  const own = roots[item] ?? null;
  if (own === null) return null;
  const papers = data.scores.filter((row) => row[item] !== null);
  return own / average(papers.map((row) => sum(roots.map((root, other) => (row[other] === null ? 0 : (root ?? 0))))));
}

/** Pooled over every pair of questions that some attempts had both of. */
function referenceAlpha({ scores, maxima }: Reference, items: number): number {
  const parts = scores.map((row, at) => {
    const whole = sum((maxima[at] ?? []).map((max) => max ?? 0));
    return row.map((score) => (score === null ? null : score / whole));
  });
  let [variance, varianceDegrees, shared, sharedDegrees] = [0, 0, 0, 0];
  for (let i = 0; i < items; i++) {
    for (let j = i; j < items; j++) {
      const both = parts.flatMap((row) => {
        const [a, b] = [row[i] ?? null, row[j] ?? null];
        return a === null || b === null ? [] : [[a, b] as const];
      });
      if (both.length < 2) continue;
      const value = sampleCovariance(
        both.map(([a]) => a),
        both.map(([, b]) => b),
      );
      const degrees = both.length - 1;
      if (i === j) [variance, varianceDegrees] = [variance + value * degrees, varianceDegrees + degrees];
      else [shared, sharedDegrees] = [shared + value * degrees, sharedDegrees + degrees];
    }
  }
  const k = sum(scores.map((row) => row.filter((score) => score !== null).length)) / scores.length;
  const [v, c] = [variance / varianceDegrees, shared / sharedDegrees];
  return (k * c) / (v + (k - 1) * c);
}

/** k ÷ (k − 1) · (1 − Σσᵢ² ÷ σ²), for papers that are all alike. */
function textbookAlpha(scores: number[][]): number {
  const k = scores[0]?.length ?? 0;
  const column = (item: number) => scores.map((row) => row[item] ?? 0);
  const variances = Array.from({ length: k }, (_, item) => sampleCovariance(column(item), column(item)));
  const totals = scores.map(sum);
  return (k / (k - 1)) * (1 - sum(variances) / sampleCovariance(totals, totals));
}

function collect({ scores, maxima }: Reference): CollectedMarks {
  const collector = new MarkCollector((version) => ({ key: `q-${version}`, type: "single" }));
  for (const [at, row] of scores.entries()) {
    const marks = row.flatMap((score, item): CollectedMark[] =>
      score === null ? [] : [{ score, max: maxima[at]?.[item] ?? 0, question: item, answer: ["a"] }],
    );
    collector.add(marks);
  }
  return collector.done();
}

const both = { vi: "x", en: "x" };
const content = {
  type: "single",
  key: "q",
  stem: both,
  options: [
    { key: "a", text: both, correct: true },
    { key: "b", text: both, correct: false },
    { key: "c", text: both, correct: false },
  ],
} as unknown as Question;

const figures = (data: Reference) => examStatistics(collect(data), () => content, { item: 2, reliability: 2 });

/** Repeatable numbers (a linear congruence): nothing of the house takes part in making the data. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Takers of differing ability; questions of differing difficulty and marks; partial credit; papers drawn or all alike. */
function randomData(seed: number, takers: number, bank: number, drawn: number): Reference {
  const next = numbers(seed);
  const marksOf = Array.from({ length: bank }, () => 1 + Math.floor(next() * 3));
  const hardness = Array.from({ length: bank }, () => next() * 0.6 - 0.3);
  const data: Reference = { scores: [], maxima: [] };
  for (let taker = 0; taker < takers; taker++) {
    const ability = next();
    const order = Array.from({ length: bank }, (_, item) => ({ item, place: next() })).sort(
      (a, b) => a.place - b.place,
    );
    const had = new Set(order.slice(0, drawn).map(({ item }) => item));
    const row = marksOf.map((max, item) => {
      const luck = ability + (hardness[item] ?? 0) * 0.5 + (next() - 0.5) * 0.8;
      const share = luck > 0.6 ? 1 : luck > 0.35 ? Math.round(next() * 3) / 3 : 0;
      return had.has(item) ? max * share : null;
    });
    data.scores.push(row);
    data.maxima.push(marksOf.map((max, item) => (had.has(item) ? max : null)));
  }
  return data;
}

describe("against an independent reference", () => {
  it.each([
    ["papers all alike", 11, 60, 12, 12],
    ["many ties", 12, 200, 4, 4],
    ["drawn from a bank", 13, 150, 24, 10],
    ["a thin draw", 14, 45, 15, 4],
    ["long papers", 15, 80, 40, 30],
  ])("%s: every figure to 1e-6", (_, seed, takers, bank, drawn) => {
    const data = randomData(seed, takers, bank, drawn);
    const { score, questions } = figures(data);
    expect(score.reliability.alpha).toBeCloseTo(referenceAlpha(data, bank), 6);
    const shares = data.scores.map(
      (row, at) => sum(row.map((value) => value ?? 0)) / sum((data.maxima[at] ?? []).map((value) => value ?? 0)),
    );
    expect(score.mean).toBeCloseTo(average(shares), 6);
    const deviation = Math.sqrt(sampleCovariance(shares, shares));
    expect(score.deviation).toBeCloseTo(deviation, 6);
    const alpha = Math.max(0, referenceAlpha(data, bank));
    expect(score.standardError).toBeCloseTo(deviation * Math.sqrt(1 - alpha), 6);
    expect(questions).toHaveLength(bank);
    const roots = referenceRoots(data, bank);
    for (const question of questions) {
      const item = Number(question.key.slice(2));
      expect(question.n).toBe(having(data, item).length);
      expect(question.facility).toBeCloseTo(referenceFacility(data, item), 6);
      expect(question.correlation).toBeCloseTo(referenceCorrelation(data, item), 6);
      expect(question.discrimination).toBeCloseTo(referenceDiscrimination(data, item), 6);
      const effective = referenceEffective(data, roots, item);
      if (effective === null) expect(question).toMatchObject({ effective: null, against: true });
      else expect(question.effective).toBeCloseTo(effective, 6);
      expect(question.planned).toBeCloseTo(average(having(data, item).map(({ max, totalMax }) => max / totalMax)), 6);
    }
  });

  it("alpha is the textbook's where all papers are alike", () => {
    const data = randomData(21, 70, 9, 9);
    expect(figures(data).score.reliability.alpha).toBeCloseTo(textbookAlpha(data.scores as number[][]), 6);
  });

  it("the correlation is the corrected point-biserial where a question is right or wrong", () => {
    const next = numbers(31);
    const scores = Array.from({ length: 90 }, () => {
      const ability = next();
      return Array.from({ length: 8 }, () => (next() < ability ? 1 : 0));
    });
    const data = { scores, maxima: scores.map((row) => row.map(() => 1)) };
    for (const question of figures(data).questions) {
      const item = Number(question.key.slice(2));
      const rest = scores.map((row) => sum(row) - (row[item] ?? 0));
      const right = rest.filter((_, at) => scores[at]?.[item] === 1);
      const wrong = rest.filter((_, at) => scores[at]?.[item] === 0);
      const p = right.length / rest.length;
      const spread = Math.sqrt(average(rest.map((value) => (value - average(rest)) ** 2)));
      const pointBiserial = ((average(right) - average(wrong)) / spread) * Math.sqrt(p * (1 - p));
      expect(question.correlation).toBeCloseTo(pointBiserial, 6);
    }
  });

  it("effective weights add up to one where all papers are alike and none pulls against the rest", () => {
    const { questions } = figures(randomData(41, 120, 10, 10));
    expect(questions.every(({ against }) => !against)).toBe(true);
    expect(sum(questions.map(({ effective }) => effective ?? 0))).toBeCloseTo(1, 6);
  });
});

/*
 * Worked by hand. Ten takers, four questions of one mark each:
 *   totals 4 4 3 3 2 2 2 1 1 0, mean 2.2, Σ(T − 2.2)² = 15.6, variance (n − 1) 15.6 ÷ 9 = 1.7333…
 *   right answers by question 8, 6, 5, 3: variances p·q·10 ÷ 9 = .17777…, .26666…, .27777…, .23333…; together .95555…
 *   alpha = 4/3 · (1 − .95555 ÷ 1.73333) = 4/3 · .448717… = .598290598…
 *   groups of 27 %: round(2.7) = 3 seats. Upper: the two with 4 and one seat shared by the two with 3; lower: the one with 0 and
 *   the two with 1.
 */
const BY_HAND = [
  [1, 1, 1, 1], // 4
  [1, 1, 1, 1], // 4
  [1, 1, 1, 0], // 3
  [1, 1, 0, 1], // 3
  [1, 1, 0, 0], // 2
  [1, 0, 1, 0], // 2
  [1, 1, 0, 0], // 2
  [1, 0, 0, 0], // 1
  [0, 0, 1, 0], // 1
  [0, 0, 0, 0], // 0
];

describe("by hand", () => {
  const { score, questions } = figures({ scores: BY_HAND, maxima: BY_HAND.map((row) => row.map(() => 1)) });
  const of = (item: number) => questions.find(({ key }) => key === `q-${item}`);

  it("the paper as a whole", () => {
    expect(score.mean).toBeCloseTo(0.55, 9);
    expect(score.median).toBeCloseTo(0.5, 9);
    expect(score.deviation).toBeCloseTo(Math.sqrt(15.6 / 9) / 4, 9);
    expect(score.reliability.alpha).toBeCloseTo(0.598290598, 8);
    expect(score.standardError).toBeCloseTo((Math.sqrt(15.6 / 9) / 4) * Math.sqrt(0.401709402), 8);
    expect(score.tenths).toEqual([1, 0, 2, 0, 0, 3, 0, 2, 0, 2]);
  });

  it("facility is the share of right answers", () => {
    expect([0, 1, 2, 3].map((item) => of(item)?.facility)).toEqual([0.8, 0.6, 0.5, 0.3]);
  });

  it("discrimination: equal takers share the last seat", () => {
    // upper 3 of 3; lower (0 + 0 + 1) of 3
    expect(of(0)?.discrimination).toBeCloseTo(1 - 1 / 3, 9);
    expect(of(1)?.discrimination).toBeCloseTo(1, 9);
    // the shared seat: half of a right answer, half of a wrong one
    expect(of(2)?.discrimination).toBeCloseTo(2.5 / 3 - 1 / 3, 9);
    expect(of(3)?.discrimination).toBeCloseTo(2.5 / 3, 9);
  });

  it("point-biserial of the last question, corrected", () => {
    // rest of those right: 3 3 2; of those wrong: 3 2 2 2 1 1 0; mean of all 1.9, Σ² = 8.9
    const [right, wrong] = [8 / 3, 11 / 7];
    expect(of(3)?.correlation).toBeCloseTo(((right - wrong) / Math.sqrt(0.89)) * Math.sqrt(0.3 * 0.7), 9);
  });
});

describe("nothing but rounding is nothing, in whatever order", () => {
  /** Marks in halves, a taker a word; of one question, with the takers in each order that turning gives. */
  function turned(halves: string, key: string) {
    const scores = halves.split(" ").map((row) => [...row].map((mark) => Number(mark) / 2));
    const maxima = scores.map((row) => row.map(() => 1));
    return scores.map((_, turn) => {
      const rows = [...scores.slice(turn), ...scores.slice(0, turn)];
      return figures({ scores: rows, maxima }).questions.find((question) => question.key === key);
    });
  }

  // both found by the property below

  it("a question that neither pulls with the whole nor against it weighs nothing", () => {
    const halves =
      "0002212 2212002 0212211 1222100 0001020 0212012 2001220 0212111 1220122 2102012 0022012 2001201 1110202 2022001 2110222 2112100 1202210 2221200";
    for (const question of turned(halves, "q-5")) {
      expect([question?.effective, question?.against]).toEqual([0, false]);
    }
  });

  it("a question that goes neither with the rest nor against it is weak, not negative", () => {
    const halves =
      "21220211 21211111 01210011 01011212 02012121 22222102 02011020 10120101 10101102 12201122 00010221 11012221 22112100 00121112 12021001 20221200 01201120 02010100 21121011 10022111 22112010 00210120 01011001";
    for (const question of turned(halves, "q-7")) {
      expect([question?.correlation, question?.flags.slice(0, 1)]).toEqual([0, ["weak"]]);
    }
  });
});

describe("properties", () => {
  const anyScores = fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 8 })).chain(([takers, items]) =>
    fc.array(fc.array(fc.constantFrom(0, 0.5, 1), { minLength: items, maxLength: items }), {
      minLength: takers,
      maxLength: takers,
    }),
  );

  it("the order of the takers changes no figure", () => {
    fc.assert(
      fc.property(anyScores, fc.integer(), (scores, seed) => {
        const next = numbers(seed);
        const mixed = scores
          .map((row) => ({ row, place: next() }))
          .sort((a, b) => a.place - b.place)
          .map(({ row }) => row);
        const told = (rows: number[][], as: (value: number) => unknown = (value) => value) =>
          figures({ scores: rows, maxima: rows.map((row) => row.map(() => 1)) })
            .questions.map(({ key, flags, facility, discrimination, correlation, effective }) => ({
              key,
              flags,
              figures: [facility, discrimination, correlation, effective].map((value) =>
                value === null ? null : as(value),
              ),
            }))
            .sort((a, b) => a.key.localeCompare(b.key));
        // close to, not rounded: two that lie on both sides of a tie would round apart
        expect(told(mixed)).toEqual(told(scores, (value) => expect.closeTo(value, 9)));
      }),
    );
  });

  it("shares lie between 0 and 1, differences and correlations between −1 and 1", () => {
    fc.assert(
      fc.property(anyScores, (scores) => {
        for (const item of figures({ scores, maxima: scores.map((row) => row.map(() => 1)) }).questions) {
          expect(item.facility).toBeGreaterThanOrEqual(0);
          expect(item.facility).toBeLessThanOrEqual(1);
          for (const value of [item.discrimination ?? 0, item.correlation ?? 0]) {
            expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
          }
        }
      }),
    );
  });

  it("too few attempts: no figure by chance", () => {
    const few = BY_HAND.slice(0, 9);
    const { score, questions } = examStatistics(
      collect({ scores: few, maxima: few.map((row) => row.map(() => 1)) }),
      () => content,
    );
    expect(score.reliability).toEqual({ alpha: null, why: "too-few" });
    for (const item of questions) {
      expect(item).toMatchObject({ discrimination: null, correlation: null, effective: null, flags: [] });
    }
  });
});
