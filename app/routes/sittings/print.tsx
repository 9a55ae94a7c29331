import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OfficialSheet, Signatures } from "~/components/sittings/official-sheet";
import { civilDateOf, showCivilDate, showTime } from "~/domain/time/civil-date";
import { pageTitle } from "~/http/page-title.server";
import { sittingAtTheDoor } from "~/http/sitting-at-the-door.server";

export async function loader(given: LoaderFunctionArgs) {
  const { sitting } = await sittingAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "exams:print.listTitle");
  return { title, sitting };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintSitting() {
  const { sitting } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const { candidates } = sitting;
  const paper = sitting.mode === "paper";
  return (
    <OfficialSheet
      title={t("exams:print.listTitle")}
      note={t("exams:print.listNote")}
      back={`/exams/sittings/${sitting.sitting}`}
      sitting={sitting}
      heading={t("exams:print.list")}
    >
      <p>
        {t("exams:print.of", { title: sitting.title, course: sitting.course })}
        <br />
        {t("exams:print.held", {
          place: sitting.place,
          from: showTime(sitting.opensAt),
          to: showTime(sitting.closesAt),
          date: showCivilDate(civilDateOf(sitting.opensAt)),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="report-scroll" aria-label={t("exams:print.list")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("exams:sitting.column.number")}</th>
              <th scope="col">{t("exams:sitting.column.name")}</th>
              <th scope="col">{t("exams:print.staffCode")}</th>
              <th scope="col">{t("exams:sitting.column.unit")}</th>
              {paper && <th scope="col">{t("exams:print.code")}</th>}
              <th scope="col">{t("exams:print.signature")}</th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((each) => (
              <tr key={each.number}>
                <td>{each.number}</td>
                <td>{each.name}</td>
                <td>{each.staffCode}</td>
                <td>{each.unit}</td>
                {paper && <td />}
                <td className="official-sign" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{t("exams:print.total", { count: candidates.length })}</p>
      <Signatures
        who={[
          { title: t("exams:print.maker"), name: "" },
          { title: t("exams:print.invigilator"), name: sitting.invigilator?.name ?? "" },
        ]}
      />
    </OfficialSheet>
  );
}
