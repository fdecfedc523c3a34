import { useEffect } from "react";
import { useClient } from "../lib/line.ts";

const AT_MOST_EVERY_MS = 20_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Tells the service, now and then, that somebody is working: it locks the office when nobody is. */
export function useStillHere(): void {
  const client = useClient();
  useEffect(() => {
    let told = 0;
    function tell(): void {
      const now = performance.now();
      if (told !== 0 && now - told < AT_MOST_EVERY_MS) return;
      told = now;
      // A lost line shows its own page.
      client.access.stillHere({}).catch(() => undefined);
    }
    for (const sign of SIGNS) window.addEventListener(sign, tell, { passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell);
    };
  }, [client]);
}
