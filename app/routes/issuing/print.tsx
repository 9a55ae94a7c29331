import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OfficialSheet, Signatures } from "~/components/sittings/official-sheet";
import { now } from "~/config/clock.server";
import { showCivilDate } from "~/domain/time/civil-date";
import { issueListAtTheDoor } from "~/http/issue-list-at-the-door.server";
import { pageTitle } from "~/http/page-title.server";

export async function loader(given: LoaderFunctionArgs) {
  const { list } = await issueListAtTheDoor(given);
  const title = await pageTitle(given.request, given.context, "authority:print.title");
  return { title, list, at: list.events.at(0)?.at ?? now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function PrintList() {
  const { list, at } = useLoaderData<typeof loader>();
  const { t } = useTranslation();
  const approval = list.events.find(({ kind }) => kind === "approved");
  return (
    <OfficialSheet
      title={t("authority:print.title")}
      note={t("authority:print.note")}
      back={`/issuing/${list.id}`}
      sitting={{ unit: list.unit, unitAbove: null, place: "", opensAt: at }}
      heading={t(approval ? "authority:print.approvedHeading" : "authority:print.heading")}
    >
      <p>
        {t("authority:print.of", { programme: list.programme })}
        {approval?.number && approval.decidedOn && (
          <>
            <br />
            {t("authority:print.decision", { number: approval.number, date: showCivilDate(approval.decidedOn) })}
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="report-scroll" aria-label={t("authority:print.title")} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("authority:print.ordinal")}</th>
              <th scope="col">{t("authority:column.name")}</th>
              <th scope="col">{t("authority:print.staffCode")}</th>
              <th scope="col">{t("authority:column.unit")}</th>
              <th scope="col">{t("authority:column.met")}</th>
              <th scope="col">{t("authority:column.serial")}</th>
              <th scope="col">{t("authority:print.signature")}</th>
            </tr>
          </thead>
          <tbody>
            {list.entries.map((entry, index) => (
              <tr key={entry.entryId}>
                <td>{index + 1}</td>
                <td>{entry.name}</td>
                <td className="nowrap">{entry.staffCode}</td>
                <td>{entry.unit}</td>
                <td>{showCivilDate(entry.on)}</td>
                <td className="nowrap">{entry.certificate?.serial}</td>
                <td className="official-sign" />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p>{t("authority:print.total", { count: list.entries.length })}</p>
      <Signatures
        who={[
          { title: t("authority:print.maker"), name: "" },
          { title: t("authority:print.signer"), name: "" },
        ]}
      />
    </OfficialSheet>
  );
}
