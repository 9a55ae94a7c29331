import { useTranslation } from "react-i18next";
import { Anchor } from "../anchor";
import { useFigures } from "../figures";
import { Table } from "../table";

type Shown = "vacant" | "counter-vacant" | "counter-missing" | "counter-covered";

/** Posts of the counter in figures, vacant ones apart, and all vacant posts: each opens its list. */
export function CounterFigures({
  oneStop,
  vacant,
  current,
  hrefOf,
}: {
  oneStop: { posts: number; filled: number; vacant: number; covered: number };
  /** of every kind */
  vacant: number;
  current: Shown;
  hrefOf: (shown: Shown) => string;
}) {
  const { t } = useTranslation();
  const { count } = useFigures();
  const lines: { show: Shown; value: number }[] = [
    { show: "counter-covered", value: oneStop.covered },
    { show: "counter-missing", value: oneStop.filled - oneStop.covered },
    { show: "counter-vacant", value: oneStop.vacant },
    { show: "vacant", value: vacant },
  ];
  return (
    <Table
      caption={t("reports:posts.counter")}
      columns={[
        { key: "what", label: t("reports:posts.what") },
        { key: "count", label: t("reports:posts.posts"), num: true },
      ]}
      rows={lines.map(({ show, value }) => ({
        key: show,
        cells: [
          <Anchor key="what" href={hrefOf(show)} aria-current={show === current ? "true" : undefined}>
            {t(`reports:posts.show.${show}`)}
          </Anchor>,
          value === 0 ? (
            "0"
          ) : (
            <Anchor key="count" href={hrefOf(show)} aria-label={`${t(`reports:posts.show.${show}`)}: ${count(value)}`}>
              {count(value)}
            </Anchor>
          ),
        ],
      }))}
    />
  );
}
