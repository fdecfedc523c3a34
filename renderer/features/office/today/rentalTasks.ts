import { IconBuildingStore, IconCalendarX, IconClockExclamation, IconKey } from "@tabler/icons-react";
import type { RentalTasks } from "../../../../src/contract/rentalViews.ts";
import type { Task } from "./task.ts";

/** What waits in the rental; the service has counted only what is this person's to do. */
export function rentalTasks(counts: RentalTasks): Task[] {
  const tasks: Task[] = [
    {
      word: "rentsLate",
      icon: IconBuildingStore,
      when: "late",
      count: counts.inArrears,
      francs: counts.lateFrancs,
      to: "/rental/arrears",
      needs: "rental.collect",
    },
    {
      word: "promisesBroken",
      icon: IconClockExclamation,
      when: "late",
      count: counts.promisesBroken,
      to: "/rental/arrears",
      needs: "rental.collect",
    },
    {
      word: "leasesEnding",
      icon: IconCalendarX,
      when: "due",
      count: counts.endingSoon,
      to: "/rental/leases?state=running",
      needs: "rental.manage",
    },
    {
      word: "depositsToSettle",
      icon: IconKey,
      when: "due",
      count: counts.depositsToSettle,
      to: "/rental/leases?state=ended",
      needs: "rental.manage",
    },
  ];
  return tasks.filter(({ count }) => count > 0);
}
