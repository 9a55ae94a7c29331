import { useTranslation } from "react-i18next";
import { type ReportQuery, reportAddress } from "~/domain/reporting/report-query";
import { type Crumb, Crumbs } from "./crumbs";

/** Where a figure stands in the tree: the whole scope, the units above, the unit; then what the page adds. */
export function ScopeCrumbs({
  path,
  query,
  above,
  name,
  more = [],
}: {
  path: string;
  query: ReportQuery;
  above: readonly { unit: string; name: string }[];
  /** of the unit asked for; null where the whole scope is */
  name: string | null;
  more?: readonly Crumb[];
}) {
  const { t } = useTranslation();
  const whole = { label: t("hr:all"), href: reportAddress(path, query, { unit: null }) };
  const own = query.unit === null ? [] : [{ label: name ?? "", href: reportAddress(path, query) }];
  const items: Crumb[] = [
    ...(above.length === 0 ? [whole] : []),
    ...above.map((unit) => ({ label: unit.name, href: reportAddress(path, query, { unit: unit.unit }) })),
    ...own,
    ...more,
  ];
  const last = items.pop();
  if (!last || items.length === 0) return null;
  return <Crumbs label={t("hr:scope")} items={[...items, { label: last.label }]} />;
}
