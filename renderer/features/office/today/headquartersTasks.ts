import { IconAlertTriangle, IconCalendarX, IconCopyCheck, IconUsers } from "@tabler/icons-react";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import type { Task } from "./task.ts";

/** A stick travels a month, and a few days on the road. */
const OFFICE_LATE_DAYS = 35;

/** What headquarters knows of its offices, as far as the person may read it. */
export interface National {
  readonly offices: readonly Pick<
    OfficeLine,
    "own" | "standing" | "daysSince" | "forked" | "snapshotToConfirm"
  >[];
  /** Pairs that may be one woman; 0 for who does not settle them. */
  readonly duplicates: number;
}

/** What waits at headquarters: offices that are silent or do not agree, and women in two offices. */
export function headquartersTasks({ offices, duplicates }: National): Task[] {
  const others = offices.filter((office) => !office.own);
  const late = others.filter(
    ({ standing, daysSince }) => standing === "active" && (daysSince ?? 0) >= OFFICE_LATE_DAYS,
  );
  // A fork that its snapshot came for already is one matter, not two.
  const forked = others.filter((office) => office.forked && !office.snapshotToConfirm);
  const tasks: Task[] = [
    {
      word: "forks",
      icon: IconAlertTriangle,
      when: "late",
      count: forked.length,
      to: "/headquarters",
      needs: "headquarters.read",
    },
    {
      word: "snapshots",
      icon: IconCopyCheck,
      when: "late",
      count: others.filter((office) => office.snapshotToConfirm).length,
      to: "/headquarters",
      needs: "headquarters.settle",
    },
    {
      word: "officesLate",
      icon: IconCalendarX,
      when: "late",
      count: late.length,
      to: "/headquarters",
      needs: "headquarters.read",
    },
    {
      word: "duplicates",
      icon: IconUsers,
      when: "decide",
      count: duplicates,
      to: "/headquarters/duplicates",
      needs: "headquarters.settle",
    },
  ];
  return tasks.filter((task) => task.count > 0);
}
