import {
  type Icon,
  IconArchive,
  IconCalendarX,
  IconCamera,
  IconClockExclamation,
  IconDeviceUsb,
  IconSignature,
} from "@tabler/icons-react";
import type { Overview } from "../../../../src/contract/office.ts";
import type { Permission } from "../../../../src/contract/permissions.ts";
import { dayOfInstant, daysBetween } from "../../../../src/domain/calendar.ts";

export interface Task {
  readonly word:
    | "endingSoon"
    | "expired"
    | "grace"
    | "withoutPhoto"
    | "withoutConsent"
    | "backUp"
    | "stick"
    | "join";
  readonly icon: Icon;
  readonly late: boolean;
  /** How many members, days or entries it concerns; 0 says "never" for the backup and the stick. */
  readonly count: number;
  readonly to: string;
  readonly needs: Permission;
}

/** A backup is late after a week, a stick after a month and a few days on the road. */
const BACKUP_LATE_DAYS = 7;
const STICK_LATE_DAYS = 35;

/** What waits for somebody, the late first. */
export function tasksOf(overview: Overview): Task[] {
  return [...memberTasks(overview), ...safetyTasks(overview)].toSorted(
    (a, b) => Number(b.late) - Number(a.late),
  );
}

function memberTasks({ members, endingSoon, withoutPhoto, withoutConsent }: Overview): Task[] {
  const tasks: Task[] = [
    {
      word: "expired",
      icon: IconCalendarX,
      late: true,
      count: members.expired,
      to: "/members?status=expired",
      needs: "members.read",
    },
    {
      word: "grace",
      icon: IconClockExclamation,
      late: true,
      count: members.grace,
      to: "/members?status=grace",
      needs: "members.read",
    },
    {
      word: "endingSoon",
      icon: IconClockExclamation,
      late: false,
      count: endingSoon,
      to: "/members?ending=30",
      needs: "members.read",
    },
    {
      word: "withoutConsent",
      icon: IconSignature,
      late: false,
      count: withoutConsent,
      to: "/members?without=consent",
      needs: "members.read",
    },
    {
      word: "withoutPhoto",
      icon: IconCamera,
      late: false,
      count: withoutPhoto,
      to: "/members?without=photo",
      needs: "members.read",
    },
  ];
  return tasks.filter((task) => task.count > 0);
}

function safetyTasks(overview: Overview): Task[] {
  const tasks: Task[] = [];
  const sinceBackup = daysSince(overview.lastBackupAt, overview.today);
  if (sinceBackup === null || sinceBackup > BACKUP_LATE_DAYS)
    tasks.push({
      word: "backUp",
      icon: IconArchive,
      late: true,
      count: sinceBackup ?? 0,
      to: "/settings/backup",
      needs: "office.backup",
    });
  if (!overview.headquartersKnown)
    tasks.push({
      word: "join",
      icon: IconDeviceUsb,
      late: false,
      count: 0,
      to: "/stick",
      needs: "sync.join",
    });
  const sinceStick = daysSince(overview.lastExportAt, overview.today);
  if (
    overview.headquartersKnown &&
    overview.entriesWaiting > 0 &&
    (sinceStick === null || sinceStick > STICK_LATE_DAYS)
  )
    tasks.push({
      word: "stick",
      icon: IconDeviceUsb,
      late: true,
      count: sinceStick ?? 0,
      to: "/stick",
      needs: "sync.export",
    });
  return tasks;
}

function daysSince(instant: string | null, today: string): number | null {
  return instant === null ? null : daysBetween(dayOfInstant(instant), today);
}
