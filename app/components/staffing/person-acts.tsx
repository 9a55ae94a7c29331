import { useTranslation } from "react-i18next";
import { type CivilDate, showCivilDate } from "~/domain/time/civil-date";
import { Anchor } from "../anchor";
import { Fold } from "../fold";
import { Section } from "../section";

/** What may be done with a person's record. */
export interface PersonActs {
  change: boolean;
  absences: boolean;
  extraTime: boolean;
  slip: boolean;
  /** postings that can be ended: the public id, and what it is */
  postings: readonly { posting: string; what: string }[];
}

/** The acts that the viewer has over a person's record, as links; each leads to a page of its own. */
export function PersonActLinks({ person, acts }: { person: string; acts: PersonActs }) {
  const { t } = useTranslation();
  const links = [
    ...(acts.change
      ? [
          { href: `/people/${person}/appoint`, label: t("staffing:person.acts.appoint") },
          ...acts.postings.map(({ posting, what }) => ({
            href: `/people/${person}/postings/${posting}/end`,
            label: t("staffing:person.acts.end", { what }),
          })),
          { href: `/people/${person}/name`, label: t("staffing:person.name.title") },
          { href: `/people/${person}/details`, label: t("staffing:person.details.title") },
        ]
      : []),
    ...(acts.absences ? [{ href: `/people/${person}/absences`, label: t("staffing:absence.title") }] : []),
    ...(acts.extraTime ? [{ href: `/people/${person}/extra-time`, label: t("exams:extraTime.title") }] : []),
    ...(acts.change ? [{ href: `/people/${person}/merge`, label: t("staffing:merge.title") }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <Fold summary={t("staffing:person.acts.title")}>
      <ul className="plain flow-s">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Anchor className="tap" href={href}>
              {label}
            </Anchor>
          </li>
        ))}
      </ul>
    </Fold>
  );
}

/** Records that were merged into a person's, each with the way to part them. */
export function MergedRecords({
  person,
  records,
  mayPart,
}: {
  person: string;
  records: readonly { record: string; staffCode: string; name: string; mergedOn: CivilDate }[];
  mayPart: boolean;
}) {
  const { t } = useTranslation();
  if (records.length === 0) return null;
  return (
    <Section className="section" title={t("staffing:merge.records")}>
      <ul className="plain flow-s section-s">
        {records.map(({ record, staffCode, name, mergedOn }) => (
          <li key={record}>
            {t("staffing:merge.record", { name, code: staffCode, date: showCivilDate(mergedOn) })}{" "}
            {mayPart && <Anchor href={`/people/${person}/merged/${record}`}>{t("staffing:merge.undo.link")}</Anchor>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
