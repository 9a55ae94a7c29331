import { ContentProblems, type FileProblem } from "./yaml-file.server";

/** Gathers what is wrong over many files, so that an author hears of everything in one go. */
export class ProblemList {
  private readonly found: FileProblem[] = [];

  add(file: string, line: number, message: string): void {
    this.found.push({ file, line, message });
  }

  /** What `read` returns, or null when it throws ContentProblems; these are kept. */
  attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentProblems)) throw error;
      this.found.push(...error.problems);
      return null;
    }
  }

  /** @throws ContentProblems with everything found, in the order of files and lines */
  throwIfAny(): void {
    if (this.found.length === 0) return;
    throw new ContentProblems(
      [...this.found].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1)),
    );
  }
}

/** Indexes of the items that repeat an earlier one. */
export function repeated(keys: readonly string[]): number[] {
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}
