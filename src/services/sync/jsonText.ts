import { z } from "zod";

/** JSON as one text: a row's values are plain, so that its digest can be worked out by hand. */
export function jsonText<T extends z.ZodType>(inner: T) {
  return z.string().refine((text) => {
    try {
      return inner.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  });
}
