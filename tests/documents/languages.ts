import type { Language } from "../../src/contract/primitives.ts";

export const LANGUAGES: readonly Language[] = ["fr", "en"];
