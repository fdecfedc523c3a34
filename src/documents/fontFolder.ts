import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FontFile, Fonts } from "./render.ts";

/**
 * The document fonts from a folder (`resources/fonts`), read when they are first asked for and kept.
 * @throws the file system's error when one is missing: the installation is damaged
 */
export function fontsIn(folder: string): () => Fonts {
  const read = (file: FontFile) => readFileSync(join(folder, file));
  let fonts: Fonts | undefined;
  return () => {
    fonts ??= {
      "Inter-Regular.ttf": read("Inter-Regular.ttf"),
      "Inter-Medium.ttf": read("Inter-Medium.ttf"),
      "Inter-SemiBold.ttf": read("Inter-SemiBold.ttf"),
      "Inter-Bold.ttf": read("Inter-Bold.ttf"),
      "GentiumBookPlus-Regular.ttf": read("GentiumBookPlus-Regular.ttf"),
      "GentiumBookPlus-Bold.ttf": read("GentiumBookPlus-Bold.ttf"),
    };
    return fonts;
  };
}
