/** How a post stands: held and certified, certificate ends soon, held without certificate, a stand-in, nobody, two at once. */
export const networkStates = ["certified", "expiring", "uncertified", "acting", "vacant", "duplicate"] as const;
export type NetworkState = (typeof networkStates)[number];

/** One span of the network, drawn by its state: each state has its own shape, so that colour is not needed. */
export function DeckSpan({ state }: { state: NetworkState }) {
  return (
    <svg className="deck-span" aria-hidden="true" focusable="false">
      <rect className="deck-pier" x="-1.5" width="3" height="20" />
      <svg x="100%" overflow="visible" aria-hidden="true">
        <rect className="deck-pier" x="-1.5" width="3" height="20" />
      </svg>
      {state === "certified" && <rect className="deck-full" y="2" width="100%" height="9" />}
      {state === "expiring" && (
        <>
          <rect className="deck-thin" y="2" width="100%" height="4" />
          <rect className="deck-thin" y="8" width="100%" height="3" />
        </>
      )}
      {state === "uncertified" && (
        <>
          <line className="deck-line" x1="4" x2="100%" y1="3" y2="3" />
          <line className="deck-line" x1="4" x2="100%" y1="10" y2="10" />
        </>
      )}
      {state === "acting" && (
        <>
          <line className="deck-prop" x1="1" x2="100%" y1="6" y2="6" />
          <svg x="50%" overflow="visible" aria-hidden="true">
            <path className="deck-prop" d="M-5 18l5-12 5 12" />
          </svg>
        </>
      )}
      {state === "vacant" && (
        <svg x="50%" overflow="visible" aria-hidden="true">
          <path className="deck-cross" d="M-5 2l10 10m0-10-10 10" />
        </svg>
      )}
      {state === "duplicate" && (
        <>
          <rect className="deck-double" y="0" width="64%" height="6" />
          <rect className="deck-double" x="36%" y="8" width="64%" height="6" />
        </>
      )}
    </svg>
  );
}
