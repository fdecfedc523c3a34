import { useRef } from "react";

/**
 * An action that a double click starts once: it is not started again while it runs, nor after it succeeded. The
 * service would do nothing twice, but a second receipt would print and a second notice show.
 * @param action answers whether it succeeded
 */
export function useOnce(action: () => Promise<boolean>): () => Promise<void> {
  const started = useRef(false);
  return async () => {
    if (started.current) return;
    started.current = true;
    try {
      started.current = await action();
    } catch (error) {
      started.current = false;
      throw error;
    }
  };
}
