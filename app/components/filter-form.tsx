import type { ReactNode } from "react";
import { Button } from "./button";

/** Narrows a list by a GET form: the answer has an address, and it works without JavaScript. `keep`: what the address keeps. */
export function FilterForm({
  keep = [],
  submit,
  children,
}: {
  keep?: readonly { name: string; value: string | null }[];
  submit: string;
  children: ReactNode;
}) {
  return (
    <form className="inline-form no-print" method="get">
      {keep.map(({ name, value }) => value !== null && <input key={name} type="hidden" name={name} value={value} />)}
      {children}
      <Button variant="secondary">{submit}</Button>
    </form>
  );
}
