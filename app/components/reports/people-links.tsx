import { useTranslation } from "react-i18next";
import type { PeopleList } from "~/domain/reporting/people-lists";
import { Anchor } from "../anchor";

/** The lists behind the figures of people in a sentence above. */
export function PeopleLinks({
  people,
  hrefOf,
}: {
  people: { people: number; short: number; collaborators: number };
  hrefOf: (list: PeopleList) => string;
}) {
  const { t } = useTranslation();
  const lists: [Exclude<PeopleList, "gaps">, number][] = [
    ["short", people.short],
    ["staff", people.people],
    ["collaborators", people.collaborators],
  ];
  return (
    <span className="row">
      {lists.map(
        ([list, count]) =>
          count > 0 && (
            <Anchor key={list} className="tap" href={hrefOf(list)}>
              {t(`reports:people.open.${list}`, { count })}
            </Anchor>
          ),
      )}
    </span>
  );
}
