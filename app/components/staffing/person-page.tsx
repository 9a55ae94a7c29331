import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Crumbs } from "../crumbs";
import { PageTitle } from "../page-title";
import { StaffingProblems } from "./staffing-form";

export interface PersonShown {
  person: string;
  name: string;
  staffCode: string;
  place: string | null;
}

/** A page on which something is recorded of a person: whose it is, and what was wrong with what was sent. */
export function PersonPage({
  person,
  title,
  lead,
  problems = [],
  children,
}: {
  person: PersonShown;
  title: string;
  lead?: ReactNode;
  problems?: { fieldId?: string; message: string }[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const who = [person.name, t("people:staffCode", { code: person.staffCode }), person.place];
  return (
    <main id="main" className="narrow flow-l">
      <div>
        <Crumbs
          items={[
            { label: t("people:list.title"), href: "/people" },
            { label: person.name, href: `/people/${person.person}` },
            { label: title },
          ]}
        />
        <StaffingProblems problems={problems} />
        <PageTitle title={title} lead={lead} meta={who.filter(Boolean).join(" · ")} />
      </div>
      {children}
    </main>
  );
}
