/** Names the attempts whose answers may wait on this device, so that a page without an exam need not open the store. */
const MARK = "cau-noi-exam";

export function markedAttempts(): string[] {
  try {
    const marked: unknown = JSON.parse(localStorage.getItem(MARK) ?? "[]");
    return Array.isArray(marked) ? marked.filter((id): id is string => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function markAttempt(attempt: string): void {
  write([...new Set([...markedAttempts(), attempt])]);
}

export function unmarkAttempt(attempt: string): void {
  write(markedAttempts().filter((id) => id !== attempt));
}

function write(attempts: string[]): void {
  try {
    if (attempts.length > 0) localStorage.setItem(MARK, JSON.stringify(attempts));
    else localStorage.removeItem(MARK);
  } catch {
    // a browser that keeps nothing: the exam's page says so
  }
}
