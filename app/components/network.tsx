import { useTranslation } from "react-i18next";
import { Anchor } from "./anchor";
import { DeckSpan, type NetworkState, networkStates } from "./deck-span";

export interface NetworkPlace {
  id: string;
  /** Short: "Cao Bằng", not "BHXH tỉnh Cao Bằng". */
  name: string;
  href: string;
  state: NetworkState;
}

/** The provinces in the order given, each a span of the bridge, with a legend that counts them. */
export function Network({ places }: { places: readonly NetworkPlace[] }) {
  const { t } = useTranslation("parts");
  const counts = new Map<NetworkState, number>();
  for (const place of places) counts.set(place.state, (counts.get(place.state) ?? 0) + 1);
  return (
    <>
      <ul className="plain network section-s">
        {places.map((place) => (
          <li key={place.id}>
            <Anchor href={place.href} data-state={place.state}>
              <DeckSpan state={place.state} />
              {place.name}
              <span className="sr">: {t(`network.${place.state}`)}</span>
            </Anchor>
          </li>
        ))}
      </ul>
      <ul className="plain key section-s">
        {networkStates
          // the rarer states are explained where they occur
          .filter((state) => (state !== "duplicate" && state !== "acting") || counts.has(state))
          .map((state) => (
            <li key={state}>
              <DeckSpan state={state} />
              <span>
                {t(`network.${state}`)}: <b>{counts.get(state) ?? 0}</b>
              </span>
            </li>
          ))}
      </ul>
    </>
  );
}
