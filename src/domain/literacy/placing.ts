import type { LiteracyLevel, Placement } from "../../contract/literacyTerms.ts";

/** Up to so many of the 15 marks, the level; above the last, post-literacy. */
const BEGINNER_UP_TO = 5;
const INTERMEDIATE_UP_TO = 10;

/** The level that a placement test speaks for; the trainer has the word. */
export function suggestedLevel({ reading, writing, numeracy }: Placement): LiteracyLevel {
  const sum = reading + writing + numeracy;
  if (sum <= BEGINNER_UP_TO) return "beginner";
  return sum <= INTERMEDIATE_UP_TO ? "intermediate" : "postLiteracy";
}
