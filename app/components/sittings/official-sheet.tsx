import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { civilDateOf } from "~/domain/time/civil-date";
import { LinkButton } from "../button";
import { PageTitle } from "../page-title";
import { PrintButton } from "../print-button";

export interface OfficialSheetProps {
  /** of the page on screen */
  title: string;
  /** above the sheet, on screen only */
  note?: string;
  back: string;
  sitting: { unit: string; unitAbove: string | null; place: string; opensAt: string };
  /** on the paper, in capitals where the form asks for it */
  heading: string;
  children: ReactNode;
}

/** A paper of the administration, A4: who issues it, the country's name and motto, place and date, a heading. */
export function OfficialSheet({ title, note, back, sitting, heading, children }: OfficialSheetProps) {
  const { t } = useTranslation();
  const [year, month, day] = civilDateOf(sitting.opensAt).split("-");
  return (
    <main id="main" className="wrap">
      <div className="no-print">
        <PageTitle
          title={title}
          meta={note}
          actions={
            <div className="row actions">
              <PrintButton />
              <LinkButton href={back} variant="secondary" icon="left">
                {t("exams:print.back")}
              </LinkButton>
            </div>
          }
        />
      </div>
      <article className="report official" aria-label={heading}>
        <div className="official-head">
          <p>
            {sitting.unitAbove && (
              <>
                {sitting.unitAbove}
                <br />
              </>
            )}
            <b>{sitting.unit}</b>
          </p>
          <p>
            <b>{t("exams:print.country")}</b>
            <br />
            <b>{t("exams:print.motto")}</b>
          </p>
        </div>
        <p className="official-date">{t("exams:print.date", { day, month, year })}</p>
        <h2>{heading}</h2>
        {children}
      </article>
    </main>
  );
}

/** Where those sign who answer for the paper. */
export function Signatures({ who }: { who: readonly { title: string; name: string }[] }) {
  const { t } = useTranslation();
  return (
    <div className="official-head official-signatures">
      {who.map(({ title, name }) => (
        <p key={title}>
          <b>{title}</b>
          <br />
          {t("exams:print.sign")}
          <br />
          <br />
          <br />
          <b>{name}</b>
        </p>
      ))}
    </div>
  );
}
