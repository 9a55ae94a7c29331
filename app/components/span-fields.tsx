import { DateField } from "./date-field";

export interface SpanFieldsProps {
  typed: Readonly<Record<string, string>>;
  /** the first day that is offered */
  today: string;
  errorOf: (field: "from" | "lastDay") => string[] | undefined;
  words: { from: string; fromHint?: string; lastDay: string; lastDayHint?: string };
  /** false where an end must be set */
  endless?: boolean;
}

/** From which day, and to the end of which day: the two dates of whatever holds for a time. */
export function SpanFields({ typed, today, errorOf, words, endless = true }: SpanFieldsProps) {
  return (
    <>
      <DateField
        id="from"
        name="from"
        label={words.from}
        hint={words.fromHint}
        errors={errorOf("from")}
        defaultValue={typed.from ?? today}
        required
      />
      <DateField
        id="lastDay"
        name="lastDay"
        label={words.lastDay}
        hint={words.lastDayHint}
        errors={errorOf("lastDay")}
        defaultValue={typed.lastDay}
        optional={endless}
        required={!endless}
      />
    </>
  );
}
