import { useTranslation } from "react-i18next";
import { Row, Rows } from "../rows";

const LINKS = [
  { key: "board", href: "/reports/board" },
  { key: "certification", href: "/hr/certification" },
  { key: "posts", href: "/reports/posts" },
  { key: "focal", href: "/focal" },
  { key: "trends", href: "/reports/trends" },
  { key: "compare", href: "/reports/compare" },
  { key: "leaders", href: "/reports/leaders" },
  { key: "saved", href: "/reports" },
  { key: "sittings", href: "/reports/sittings" },
  { key: "schedules", href: "/reports/schedules" },
] as const;

type ReportLink = (typeof LINKS)[number]["key"];

/** The other questions of HR, with what each answers. `hrefOf` keeps date, unit and filters. */
export function ReportLinks({ hrefOf, only }: { hrefOf: (path: string) => string; only: readonly ReportLink[] }) {
  const { t } = useTranslation();
  return (
    <Rows columns={2}>
      {LINKS.filter(({ key }) => only.includes(key)).map(({ key, href }) => (
        <Row
          key={key}
          title={t(`reports:links.${key}.title`)}
          href={hrefOf(href)}
          meta={t(`reports:links.${key}.text`)}
        />
      ))}
    </Rows>
  );
}

/** Those whose question is that of a date, a unit and filters. */
export const ANSWERS = ["board", "certification", "posts", "focal", "trends", "compare", "leaders"] as const;
