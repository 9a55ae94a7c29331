import { useTranslation } from "react-i18next";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { OfficialSheet, Signatures } from "./official-sheet";

export interface MinutesSheetProps {
  sitting: {
    sitting: string;
    title: string;
    course: string;
    unit: string;
    unitAbove: string | null;
    place: string;
    opensAt: string;
    candidates: readonly { number: string; name: string }[];
  };
  minutes: {
    content: {
      began: string;
      ended: string;
      invigilators: string;
      incidents: string;
      remarks: string;
      present: readonly string[];
      absent: readonly string[];
    };
    at: string;
    by: string;
    version: number;
  };
}

/** The minutes on paper: the form of an administrative record, for signatures. */
export function MinutesSheet({ sitting, minutes }: MinutesSheetProps) {
  const { t } = useTranslation();
  const { content } = minutes;
  const named = (number: string) => {
    const name = sitting.candidates.find((each) => each.number === number)?.name;
    return name ? `${number} ${name}` : number;
  };
  return (
    <OfficialSheet
      title={t("exams:minutes.title")}
      note={t("exams:print.listNote")}
      back={`/exams/sittings/${sitting.sitting}`}
      sitting={sitting}
      heading={t("exams:print.minutes")}
    >
      <p>
        {t("exams:print.of", { title: sitting.title, course: sitting.course })}
        <br />
        {t("exams:print.held", {
          place: sitting.place,
          from: content.began,
          to: content.ended,
          date: showCivilDate(civilDateOf(sitting.opensAt)),
        })}
      </p>
      <p>{t("exams:print.heldBy", { names: content.invigilators })}</p>
      <p>
        {t("exams:print.present", { count: content.present.length })}
        <br />
        {content.absent.length === 0
          ? t("exams:print.noneAbsent")
          : t("exams:print.absent", { count: content.absent.length, names: content.absent.map(named).join(", ") })}
      </p>
      <p className="pre-line">
        <b>{t("exams:minutes.field.incidents")}</b>
        {"\n"}
        {content.incidents || t("exams:print.nothing")}
      </p>
      <p className="pre-line">
        <b>{t("exams:minutes.field.remarks")}</b>
        {"\n"}
        {content.remarks || t("exams:print.nothing")}
      </p>
      <Signatures
        who={[
          { title: t("exams:print.invigilator"), name: content.invigilators },
          { title: t("exams:print.witness"), name: "" },
        ]}
      />
      <p className="report-source">
        {t("exams:print.recorded", {
          version: minutes.version,
          name: minutes.by,
          time: showTime(minutes.at),
          date: showCivilDate(civilDateOf(minutes.at)),
        })}
      </p>
    </OfficialSheet>
  );
}
