import { v7 } from "uuid";
import { systemRandom } from "../crypto/entropy.ts";
import type { Fonts } from "../documents/render.ts";
import type { Surroundings } from "../services/call.ts";

/** The real clock and randomness. @param fonts reads them when the first page is printed */
export function systemWorld(version: string, fonts: () => Fonts): Surroundings {
  return { now: () => new Date().toISOString(), newId: () => v7(), random: systemRandom, fonts, version };
}
