import { textValue } from "./form-values.server";
import { readOnceKey, typedFields } from "./sitting-form.server";

const name = textValue(100);

/** A form that asks for a name. `name` null: there is none that could be used; what was typed goes back with the page. */
export async function readNameForm(request: Request) {
  const { typed } = await typedFields(request);
  const onceKey = readOnceKey(typed);
  const parsed = name.safeParse(typed.name ?? "");
  return { typed, onceKey, name: parsed.success ? parsed.data : null };
}
