import { useTranslation } from "react-i18next";
import type { FocalState } from "~/domain/certification/focal-state";
import { Anchor } from "./anchor";
import { FocalBadge, type FocalRowData, FocalRows, FocalWords, networkStateOf } from "./focal-rows";
import { Network } from "./network";
import { Section } from "./section";

export interface FocalSectionProps {
  network: readonly { unit: string; name: string; state: FocalState }[];
  /** those to be told of in words, and how many more there are; with a single unit, that one */
  problems: readonly FocalRowData[];
  hidden: number;
  moreHref: string;
  networkHref: string;
  reportHref: (unit: string) => string;
  unitHref: (unit: string) => string;
}

/** The focal-point posts of the provincial units: the network with its legend, then what is wrong, in words. */
export function FocalSection({
  network,
  problems,
  hidden,
  moreHref,
  networkHref,
  reportHref,
  unitHref,
}: FocalSectionProps) {
  const { t } = useTranslation();
  const [first, ...others] = network;
  if (!first) return null;
  if (others.length === 0) {
    const place = problems[0];
    return (
      <Section className="section" title={t("hr:focal.title")}>
        <p className="row section-s">
          <FocalBadge state={first.state} />{" "}
          {place && (
            <span>
              <FocalWords place={place} />
            </span>
          )}
        </p>
      </Section>
    );
  }
  return (
    <Section className="section" title={t("hr:focal.title")} meta={t("hr:focal.meta", { count: network.length })}>
      <Network
        places={network.map(({ unit, name, state }) => ({
          id: unit,
          name,
          href: reportHref(unit),
          state: networkStateOf[state],
        }))}
      />
      {problems.length > 0 && (
        <div className="section-s">
          <FocalRows places={problems} hrefOf={unitHref} />
        </div>
      )}
      <p className="row">
        {hidden > 0 && (
          <Anchor className="tap" href={moreHref}>
            {t("hr:focal.more", { count: hidden })}
          </Anchor>
        )}
        <Anchor className="tap" href={networkHref}>
          {t("hr:focal.whole")}
        </Anchor>
      </p>
    </Section>
  );
}
