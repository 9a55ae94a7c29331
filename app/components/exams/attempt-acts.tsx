import { useTranslation } from "react-i18next";
import { LinkButton } from "../button";

export interface AttemptActsProps {
  /** public id of the attempt */
  id: string;
  /** still worked on */
  open: boolean;
  void: boolean;
  /** whether the viewer manages exams where its person serves, and it is not their own */
  may: boolean;
  /** late answers that nobody has decided about */
  late: number;
}

/** What an exam officer may do with an attempt: a link to the page of each act that is possible as it stands. */
export function AttemptActs({ id, open, void: isVoid, may, late }: AttemptActsProps) {
  const { t } = useTranslation();
  if (!may) return null;
  const link = (path: "extend" | "reopen" | "void", label: string) => (
    <LinkButton href={`/exams/attempts/${id}/${path}`} variant="secondary">
      {label}
    </LinkButton>
  );
  return (
    <div className="row no-print">
      {late > 0 && (
        <LinkButton href={`/exams/attempts/${id}/late`} variant="secondary">
          {t("exams:link.late", { count: late })}
        </LinkButton>
      )}
      {open && !isVoid && link("extend", t("exams:link.extend"))}
      {!open && !isVoid && link("reopen", t("exams:link.reopen"))}
      {link("void", t(isVoid ? "exams:link.unvoid" : "exams:link.void"))}
    </div>
  );
}
