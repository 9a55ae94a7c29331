import { useEffect, useState } from "react";
import type { HeldPaper } from "./exam-view";
import { heldPaper, holdPaper } from "./held-papers";

const FIRST_TRY_MS = 1_500;
const AGAIN_MS = 15_000;

/** Fetches the whole paper a moment after the page has come, so that one can turn its pages without a line. */
export function useHeldPaper(attempt: string): HeldPaper | undefined {
  const [paper, setPaper] = useState<HeldPaper>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const hold = async () => {
      if (heldPaper(attempt) || (await holdPaper(attempt))) setPaper(heldPaper(attempt));
      else timer = setTimeout(hold, AGAIN_MS);
    };
    timer = setTimeout(hold, heldPaper(attempt) ? 0 : FIRST_TRY_MS);
    return () => clearTimeout(timer);
  }, [attempt]);
  return paper;
}
