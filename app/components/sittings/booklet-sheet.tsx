import { useTranslation } from "react-i18next";
import { OfficialSheet } from "./official-sheet";

interface Sitting {
  sitting: string;
  title: string;
  course: string;
  unit: string;
  unitAbove: string | null;
  place: string;
  opensAt: string;
}

interface View {
  code: string;
  seal: string;
  minutes: number;
  items: readonly {
    number: number;
    stem: string;
    several: boolean;
    marks: number;
    options: readonly { letter: string; text: string }[];
  }[];
}

interface Shared {
  sitting: Sitting;
  title: string;
}

const backOf = ({ sitting }: Sitting) => `/exams/sittings/${sitting}/papers`;

/** One version for print: the questions without their key, and the answer sheet on a page of its own. */
export function BookletSheet({ sitting, title, view }: Shared & { view: View }) {
  const { t } = useTranslation();
  const widest = Math.max(...view.items.map(({ options }) => options.length));
  const letters = Array.from({ length: widest }, (_, index) => "ABCDEFGH".charAt(index));
  return (
    <OfficialSheet
      title={title}
      note={t("exams:booklet.note")}
      back={backOf(sitting)}
      sitting={sitting}
      heading={t("exams:booklet.title", { code: view.code })}
    >
      <p>
        {t("exams:print.of", { title: sitting.title, course: sitting.course })}
        <br />
        {t("exams:booklet.rules", { count: view.items.length, minutes: view.minutes })}
      </p>
      {view.items.map((item) => (
        <div key={item.number} className="official-question">
          <p>
            <b>{t("exams:booklet.question", { number: item.number })}</b> {item.stem}
            {item.several && ` (${t("exams:booklet.several")})`}
          </p>
          <ol type="A">
            {item.options.map(({ letter, text }) => (
              <li key={letter}>{text}</li>
            ))}
          </ol>
        </div>
      ))}
      <section className="official-page" aria-label={t("exams:booklet.sheet")}>
        <h2>{t("exams:booklet.sheetOf", { code: view.code })}</h2>
        <p>{t("exams:booklet.who")}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("exams:booklet.item")}</th>
              {letters.map((letter) => (
                <th key={letter} scope="col" className="official-box">
                  {letter}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.items.map(({ number, options }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                {letters.map((letter, index) => (
                  <td key={letter} className="official-box">
                    {index < options.length ? "" : "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="report-source seal">{t("exams:papers.seal", { seal: view.seal })}</p>
    </OfficialSheet>
  );
}

/** The key of a version, for print, once the sitting is over. */
export function KeySheet({
  sitting,
  title,
  view,
}: Shared & { view: View & { key: readonly { number: number; letters: string }[] } }) {
  const { t } = useTranslation();
  return (
    <OfficialSheet
      title={title}
      back={backOf(sitting)}
      sitting={sitting}
      heading={t("exams:booklet.keyTitle", { code: view.code })}
    >
      <p>{t("exams:print.of", { title: sitting.title, course: sitting.course })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("exams:booklet.item")}</th>
            <th scope="col">{t("exams:booklet.right")}</th>
          </tr>
        </thead>
        <tbody>
          {view.key.map(({ number, letters }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{letters}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="report-source seal">{t("exams:papers.seal", { seal: view.seal })}</p>
    </OfficialSheet>
  );
}
