import { join } from "node:path";
import { v7 } from "uuid";
import type { CalendarDate } from "../contract/primitives.ts";
import { systemRandom } from "../crypto/entropy.ts";
import { KEYRING_COST } from "../crypto/keyring.ts";
import { fontsIn } from "../documents/fontFolder.ts";
import type { Surroundings } from "../services/call.ts";

/**
 * The real clock and randomness.
 * @param resourcesDir where fonts lie; they are read when the first page is printed
 * @param builtOn the day that an installed program was made of
 */
export function systemWorld(
  version: string,
  resourcesDir: string,
  builtOn: CalendarDate | null = null,
): Surroundings {
  return {
    now: () => new Date().toISOString(),
    newId: () => v7(),
    random: systemRandom,
    fonts: fontsIn(join(resourcesDir, "fonts")),
    passphraseCost: KEYRING_COST,
    version,
    builtOn,
  };
}
