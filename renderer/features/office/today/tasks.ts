import {
  IconAlertTriangle,
  IconArchive,
  IconCalendarX,
  IconCamera,
  IconClockExclamation,
  IconDeviceUsb,
  IconSignature,
  IconUsers,
} from "@tabler/icons-react";
import type { CashbookTasks } from "../../../../src/contract/cashbookTerms.ts";
import type { InsuranceTasks } from "../../../../src/contract/insurancePolicies.ts";
import type { LiteracyTasks } from "../../../../src/contract/literacyViews.ts";
import type { Overview } from "../../../../src/contract/office.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { RentalTasks } from "../../../../src/contract/rentalViews.ts";
import type { ReportingTasks } from "../../../../src/contract/reportingViews.ts";
import { dayOfInstant, daysBetween } from "../../../../src/domain/calendar.ts";
import { cashbookTasks } from "./cashbookTasks.ts";
import { headquartersTasks, type National } from "./headquartersTasks.ts";
import { insuranceTasks } from "./insuranceTasks.ts";
import { literacyTasks } from "./literacyTasks.ts";
import { rentalTasks } from "./rentalTasks.ts";
import { reportingTasks } from "./reportingTasks.ts";
import { type Task, WHEN } from "./task.ts";

/** A backup is late after a week, a stick after a month. */
const BACKUP_LATE_DAYS = 7;
const STICK_LATE_DAYS = 31;

/** What the first page knows beside its figures. */
export interface Around {
  /** Members of this office who may be enrolled in another one too. */
  readonly suggestions: number;
  /** `null` at an antenna. */
  readonly national: National | null;
  /** `null` while nothing of it is known. */
  readonly insurance: InsuranceTasks | null;
  /** `null` while nothing of it is known. */
  readonly rental: RentalTasks | null;
  /** `null` while nothing of it is known. */
  readonly cashbook: CashbookTasks | null;
  /** Left out or `null` while nothing of it is known. */
  readonly literacy?: LiteracyTasks | null;
  /** Left out or `null` while nothing of it is known. */
  readonly reporting?: ReportingTasks | null;
  /** Its code where this is headquarters. */
  readonly headquarters: OfficeCode | null;
}

/**
 * What waits for somebody: the late first, then what is to be done, then what is to be decided; in each group first what
 * keeps the office's work from being lost, and its report.
 */
export function tasksOf(overview: Overview, around: Around): Task[] {
  const { suggestions, national, insurance, rental, cashbook, literacy = null, headquarters } = around;
  const { reporting = null } = around;
  const tasks = [
    ...(national === null ? partingTasks(overview) : headquartersTasks(national)),
    ...backUpTasks(overview),
    ...(national === null ? stickTasks(overview) : []),
    ...(reporting === null ? [] : reportingTasks(reporting)),
    ...memberTasks(overview),
    ...(insurance === null ? [] : insuranceTasks(insurance, headquarters)),
    ...(rental === null ? [] : rentalTasks(rental)),
    ...(cashbook === null ? [] : cashbookTasks(cashbook, headquarters !== null)),
    ...(literacy === null ? [] : literacyTasks(literacy)),
    ...(national === null ? suggestionTasks(suggestions) : []),
  ];
  return tasks.toSorted((a, b) => WHEN.indexOf(a.when) - WHEN.indexOf(b.when));
}

function partingTasks({ parting }: Overview): Task[] {
  if (parting === null) return [];
  return [
    {
      word: "parting",
      icon: IconAlertTriangle,
      when: "late",
      count: Math.abs(parting.held - parting.own),
      to: "/stick",
      needs: "sync.read",
    },
  ];
}

function suggestionTasks(suggestions: number): Task[] {
  if (suggestions === 0) return [];
  return [
    {
      word: "suggestions",
      icon: IconUsers,
      when: "decide",
      count: suggestions,
      to: "/stick",
      needs: "members.read",
    },
  ];
}

function memberTasks({ members, endingSoon, withoutPhoto, withoutConsent }: Overview): Task[] {
  const tasks: Task[] = [
    {
      word: "expired",
      icon: IconCalendarX,
      when: "late",
      count: members.expired,
      to: "/members?status=expired",
      needs: "members.read",
    },
    {
      word: "grace",
      icon: IconClockExclamation,
      when: "late",
      count: members.grace,
      to: "/members?status=grace",
      needs: "members.read",
    },
    {
      word: "endingSoon",
      icon: IconClockExclamation,
      when: "due",
      count: endingSoon,
      to: "/members?ending=30",
      needs: "members.read",
    },
    {
      word: "withoutConsent",
      icon: IconSignature,
      when: "due",
      count: withoutConsent,
      to: "/members?without=consent",
      needs: "members.read",
    },
    {
      word: "withoutPhoto",
      icon: IconCamera,
      when: "due",
      count: withoutPhoto,
      to: "/members?without=photo",
      needs: "members.read",
    },
  ];
  return tasks.filter((task) => task.count > 0);
}

function backUpTasks({ lastBackupAt, today }: Overview): Task[] {
  const since = daysSince(lastBackupAt, today);
  if (since !== null && since <= BACKUP_LATE_DAYS) return [];
  return [
    {
      word: "backUp",
      icon: IconArchive,
      when: "late",
      count: since ?? 0,
      to: "/settings/backup",
      needs: "office.backup",
    },
  ];
}

function stickTasks(overview: Overview): Task[] {
  const about = { icon: IconDeviceUsb, to: "/stick" };
  if (!overview.headquartersKnown)
    return [{ ...about, word: "join", when: "due", count: 0, needs: "sync.join" }];
  const since = daysSince(overview.lastExportAt, overview.today);
  const isLate = since === null || since >= STICK_LATE_DAYS;
  // Ordinary sticks are refused until a whole copy has settled where the two part.
  if (!isLate || overview.entriesWaiting <= 0 || overview.parting !== null) return [];
  return [{ ...about, word: "stick", when: "late", count: since ?? 0, needs: "sync.export" }];
}

function daysSince(instant: string | null, today: string): number | null {
  return instant === null ? null : daysBetween(dayOfInstant(instant), today);
}
