import {
  IconCalendarExclamation,
  IconCertificate,
  IconUserExclamation,
  IconUsersMinus,
} from "@tabler/icons-react";
import type { LiteracyTasks } from "../../../../src/contract/literacyViews.ts";
import type { Task } from "./task.ts";

const classAt = (id: string | null) => (id === null ? "/literacy" : `/literacy/cohorts/${id}`);

/** What waits in the classes, each with the way to the first class that it concerns. */
export function literacyTasks(counts: LiteracyTasks): Task[] {
  const { first } = counts;
  const late = first.notEntered;
  const tasks: Task[] = [
    {
      word: "classesNotEntered",
      icon: IconCalendarExclamation,
      when: "late",
      count: counts.notEntered,
      to: late === null ? "/literacy" : `${classAt(late.cohortId)}/sheet?from=${late.onDay}`,
      needs: "literacy.enter",
    },
    {
      word: "classesAbsences",
      icon: IconUserExclamation,
      when: "late",
      count: counts.absences,
      to: classAt(first.absences),
      needs: "literacy.enter",
    },
    {
      word: "classesBelowHalf",
      icon: IconUsersMinus,
      when: "due",
      count: counts.belowHalf,
      to: classAt(first.belowHalf),
      needs: "literacy.enter",
    },
    {
      word: "classesToCertify",
      icon: IconCertificate,
      when: "due",
      count: counts.toCertify,
      to: first.toCertify === null ? "/literacy" : `${classAt(first.toCertify)}/results`,
      needs: "literacy.manage",
    },
  ];
  return tasks.filter(({ count }) => count > 0);
}
