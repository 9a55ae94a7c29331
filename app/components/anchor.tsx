import { Link, useInRouterContext } from "@remix-run/react";
import type { ComponentPropsWithoutRef } from "react";
import { hasTextsFor } from "~/i18n/text-parts";

export interface AnchorProps extends Omit<ComponentPropsWithoutRef<"a">, "href"> {
  href: string;
  /** The address is no page (a file, a print view): let the browser fetch it. */
  reload?: boolean;
}

/** A link. Pages of the site change without a reload where JavaScript runs; everything else is a plain `<a>`. */
export function Anchor({ href, reload = false, ...rest }: AnchorProps) {
  const inRouter = useInRouterContext();
  if (!inRouter || reload || !/^\/(?!\/)|^\?/.test(href)) return <a href={href} {...rest} />;
  // what Link renders, without what it costs to compute: pages for HR hold hundreds of links
  if (typeof document === "undefined") return <a href={href} data-discover="true" {...rest} />;
  // a page whose texts are not here comes with them as a document of its own
  if (!hasTextsFor(href, document.documentElement.dataset.texts)) return <a href={href} {...rest} />;
  return <Link to={href} {...rest} />;
}
