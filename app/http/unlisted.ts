/** For pages that are public and meant for whoever has the address: no search engine keeps them. */
export const UNLISTED = { "X-Robots-Tag": "noindex, nofollow, noarchive" } as const;

/** The same in the page's head. */
export const UNLISTED_META = { name: "robots", content: UNLISTED["X-Robots-Tag"] } as const;
