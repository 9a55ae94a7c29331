import type { AnswerValue } from "~/domain/assessment/answer-value";
import type { ShownItem } from "~/domain/assessment/shown-item";

/** An answer as the server has it. */
export interface KeptAnswer {
  item: number;
  value: AnswerValue;
  flagged: boolean;
}

/** A running exam, as one page of it is shown. */
export interface ExamView {
  publicId: string;
  person: string;
  title: string;
  /** from 1 */
  page: number;
  pages: number;
  perPage: number;
  total: number;
  secondsLeft: number;
  /** "10:15", by the server's clock */
  endsAt: string;
  /** seals what waits on this device */
  queueKey: string;
  /** id of the newest response that `answers` holds */
  newest: number;
  items: ShownItem[];
  /** of the whole paper */
  answers: KeptAnswer[];
  /** an item whose answer a plain form sent and the server could not take */
  refused: number | null;
}

/** The whole paper, for going on without a line. */
export interface HeldPaper {
  items: ShownItem[];
}
