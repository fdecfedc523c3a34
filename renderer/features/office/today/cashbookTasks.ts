import { IconAlertTriangle, IconBus, IconCoins, IconLock } from "@tabler/icons-react";
import type { CashbookTasks } from "../../../../src/contract/cashbookTerms.ts";
import type { Task } from "./task.ts";

/** What each kind of waiting in the cash book looks like. */
const LOOKS: readonly (Omit<Task, "count" | "word"> & { readonly word: keyof CashbookTasks })[] = [
  {
    word: "negativeTills",
    icon: IconAlertTriangle,
    when: "late",
    to: "/cashbook/tills",
    needs: "cashbook.write",
  },
  { word: "monthsToClose", icon: IconLock, when: "late", to: "/cashbook/months", needs: "cashbook.close" },
  { word: "tillsToCount", icon: IconCoins, when: "due", to: "/cashbook/tills", needs: "cashbook.write" },
  {
    word: "remittancesOpen",
    icon: IconBus,
    when: "due",
    to: "/cashbook/remittances",
    needs: "cashbook.write",
  },
];

/** What waits in the cash book. At an antenna no remittance waits: Bamako takes them in. */
export function cashbookTasks(counts: CashbookTasks, headquarters: boolean): Task[] {
  return LOOKS.filter(({ word }) => headquarters || word !== "remittancesOpen")
    .map((look) => ({ ...look, count: counts[look.word] }))
    .filter(({ count }) => count > 0);
}
