import type { SummaryError } from "./error-summary";

/** What a form's problems say at one of its fields; undefined where they say nothing, as a field takes it. */
export function errorsByField(problems: readonly SummaryError[]): (field: string) => string[] | undefined {
  return (field) => {
    const messages = problems.filter(({ fieldId }) => fieldId === field).map(({ message }) => message);
    return messages.length > 0 ? messages : undefined;
  };
}
