import type { ReactNode } from "react";

/** A list of sentences. The sentences of a page stand in a fixed order and none is twice in one list. */
export function Points({ children }: { children: readonly string[] }): ReactNode {
  return (
    <ul>
      {children.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
