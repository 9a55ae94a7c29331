import { useCallback, useEffect, useRef, useState } from "react";

/**
 * Seconds left as the server counted them, going down. The browser's own clock is never asked what time it is. `set` takes what
 * the server says anew.
 */
export function useTimeLeft(secondsAtLoad: number): { left: number; set: (seconds: number) => void } {
  const [left, setLeft] = useState(secondsAtLoad);
  const counted = useRef<{ seconds: number; at: number } | null>(null);

  const set = useCallback((seconds: number) => {
    counted.current = { seconds, at: performance.now() };
    setLeft(Math.max(0, seconds));
  }, []);

  useEffect(() => {
    counted.current ??= { seconds: secondsAtLoad, at: performance.now() };
    const tick = setInterval(() => {
      if (!counted.current) return;
      const { seconds, at } = counted.current;
      setLeft(Math.max(0, seconds - (performance.now() - at) / 1000));
    }, 1000);
    return () => clearInterval(tick);
  }, [secondsAtLoad]);

  return { left, set };
}
