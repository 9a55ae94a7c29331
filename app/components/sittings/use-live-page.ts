import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const EVERY_MS = 5_000;

/** Reads the page's data again every five seconds while it can be seen; without JavaScript a link does. */
export function useLivePage(live: boolean): void {
  const revalidator = useRevalidator();
  const latest = useRef(revalidator);
  latest.current = revalidator;
  useEffect(() => {
    if (!live) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && latest.current.state === "idle") latest.current.revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [live]);
}
