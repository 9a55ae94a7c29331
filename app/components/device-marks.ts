/** Names of what may wait on this device, so that a page on which nothing is written need not open the store. */
export interface DeviceMarks {
  all(): string[];
  add(mark: string): void;
  remove(mark: string): void;
}

/** @param place where this browser keeps them */
export function deviceMarks(place: string): DeviceMarks {
  const all = (): string[] => {
    try {
      const marked: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
      return Array.isArray(marked) ? marked.filter((mark): mark is string => typeof mark === "string") : [];
    } catch {
      return [];
    }
  };
  const write = (marks: string[]): void => {
    try {
      if (marks.length > 0) localStorage.setItem(place, JSON.stringify(marks));
      else localStorage.removeItem(place);
    } catch {
      // a browser that keeps nothing: the page where it was written says so
    }
  };
  return {
    all,
    add: (mark) => write([...new Set([...all(), mark])]),
    remove: (mark) => write(all().filter((each) => each !== mark)),
  };
}
