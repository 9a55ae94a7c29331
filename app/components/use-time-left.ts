import { useEffect, useState } from "react";

/** Room for the server's grace, and for a clock that ticks in whole seconds. */
const AFTER_THE_END_MS = 6_000;

/**
 * Seconds left as the server counted them when the page came, going down. The browser's own clock is never asked what time it
 * is. At the end the page goes to `then`: the server has decided by then.
 */
export function useTimeLeft(secondsAtLoad: number, then: string): number {
  const [left, setLeft] = useState(secondsAtLoad);
  useEffect(() => {
    const began = performance.now();
    let leave: ReturnType<typeof setTimeout> | undefined;
    const tick = setInterval(() => {
      const now = secondsAtLoad - (performance.now() - began) / 1000;
      setLeft(Math.max(0, now));
      if (now <= 0 && leave === undefined) leave = setTimeout(() => window.location.assign(then), AFTER_THE_END_MS);
    }, 1000);
    return () => {
      clearInterval(tick);
      clearTimeout(leave);
    };
  }, [secondsAtLoad, then]);
  return left;
}
