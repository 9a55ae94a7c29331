import { type ReactNode, useId } from "react";
import { SectionHead, type SectionHeadProps } from "./section-head";

/** A part of a page, named by its heading. `id` is that of the section, so that a link can lead to it. */
export function Section({
  id,
  className,
  children,
  ...head
}: Omit<SectionHeadProps, "id"> & { id?: string; className?: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section id={id} className={className} aria-labelledby={headingId}>
      <SectionHead {...head} id={headingId} />
      {children}
    </section>
  );
}
