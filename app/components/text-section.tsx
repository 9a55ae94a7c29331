import type { ReactNode } from "react";
import { Section } from "./section";

/** A part of a page that is read: a heading on its rule, then text in the reading voice. */
export function TextSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Section title={title} className="section">
      <div className="prose section-s">{children}</div>
    </Section>
  );
}
