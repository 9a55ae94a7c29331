import { Field, type FieldProps } from "./field";

/** A civil date. The browser's own picker; where there is none one types it as people here write it, and the server reads both. */
export function DateField(props: Omit<FieldProps, "type" | "short" | "code">) {
  return <Field {...props} type="date" short />;
}
