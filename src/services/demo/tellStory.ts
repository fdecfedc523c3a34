import { noteCashbook, noteCounts, notePurse } from "./cashbookLife.ts";
import { noteCheckups } from "./checkupsLife.ts";
import { noteClaims } from "./claimsLife.ts";
import type { Life, Woman } from "./life.ts";
import { noteLiteracy } from "./literacyLife.ts";
import { inventWomen, noteMembers } from "./membersLife.ts";
import { notePolicies } from "./policiesLife.ts";
import { noteRental } from "./rentalLife.ts";
import { noteReports, noteTargets } from "./reportingLife.ts";
import { noteSavings } from "./savingsLife.ts";

/**
 * Notes an office's whole story in its diary, from its first day to today: it is lived when the diary is. On one day
 * money is fetched first and counted last.
 */
export function tellStory(outline: Omit<Life, "women">): Life {
  const women: Woman[] = [];
  const life: Life = { ...outline, women };
  women.push(...inventWomen(life));
  notePurse(life);
  noteMembers(life);
  const { holders, savers } = notePolicies(life);
  const saving = new Set(savers.map(({ woman }) => woman.id));
  noteClaims(life, holders, saving);
  noteSavings(life, savers);
  noteCheckups(life);
  noteRental(life);
  const petty = noteCashbook(life);
  noteLiteracy(life, { busy: saving });
  noteCounts(life, petty);
  noteTargets(life, life.story.code, { members: life.story.members, offices: 1 });
  noteReports(life);
  return life;
}
