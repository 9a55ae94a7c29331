import { FieldFrame } from "./field";

/** Files that prove something: several, pictures or PDF. The label and hint say what of. */
export function ProofFilesField({
  label,
  hint,
  errors,
  optional = false,
}: {
  label: string;
  hint: string;
  errors: readonly string[] | undefined;
  optional?: boolean;
}) {
  return (
    <FieldFrame id="proof" optional={optional} label={label} hint={hint} errors={errors}>
      {(aria) => (
        <input
          {...aria}
          type="file"
          name="proof"
          multiple
          className="input"
          accept="application/pdf,image/jpeg,image/png"
        />
      )}
    </FieldFrame>
  );
}
