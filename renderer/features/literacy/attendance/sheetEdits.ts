import type { InputOf } from "../../../../src/contract/index.ts";
import type { ClassSession, Mark } from "../../../../src/contract/literacyTerms.ts";
import type { AttendanceSheet } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate, Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { isInClass } from "../../../../src/domain/literacy/stays.ts";

/*
 * What was typed on a sheet and is not saved yet lies over the sheet as the register has it. So a woman who was enrolled
 * meanwhile has her row, and a session that was called off meanwhile takes no marks.
 */

export interface SessionEdit {
  /** The session's, or the one that it gets when it is saved: sending it twice makes it once. */
  readonly id: Id;
  /** Null for a mark that was taken away. */
  readonly marks: Readonly<Record<Id, Mark | null>>;
  readonly minutes?: number;
  readonly content?: string;
  readonly trainerId?: Id | null;
  readonly trainerAbsent?: boolean;
}

/** A session outside of the rhythm that was added on the screen. */
export interface AddedSession {
  readonly id: Id;
  readonly onDay: CalendarDate;
  readonly from: string;
  readonly minutes: number;
}

export interface SheetEdits {
  /** By `keyOf` of the session. */
  readonly sessions: Readonly<Record<string, SessionEdit>>;
  readonly added: readonly AddedSession[];
}

export const NO_EDITS: SheetEdits = { sessions: {}, added: [] };

export type Learner = AttendanceSheet["learners"][number];

/** A session on the grid, with what was typed. */
export interface SheetColumn {
  readonly key: string;
  /** Empty while nothing was typed for a session that was only planned. */
  readonly id: Id | "";
  readonly onDay: CalendarDate;
  readonly from: string;
  readonly minutes: number;
  readonly extra: boolean;
  /** `later`: to come. `off`: called off. Neither takes marks. */
  readonly state: "open" | "later" | "off";
  /** As the register has it; null for one that was only added here. */
  readonly session: ClassSession | null;
  readonly content: string;
  /** Null for the class' own trainer. */
  readonly trainerId: Id | null;
  readonly trainerAbsent: boolean;
  readonly marks: ReadonlyMap<Id, Mark>;
  /** Something is typed that is not saved. */
  readonly isDirty: boolean;
}

export const keyOf = ({ onDay, from }: Pick<ClassSession, "onDay" | "from">) => `${onDay} ${from}`;

type Base = Pick<
  ClassSession,
  "onDay" | "from" | "minutes" | "extra" | "content" | "trainerId" | "trainerAbsent" | "marks"
>;

function columnOf(
  base: Base,
  session: ClassSession | null,
  edit: SessionEdit | undefined,
  { today, learners }: { today: CalendarDate; learners: readonly Learner[] },
): SheetColumn {
  const saved = new Map(base.marks.map(({ enrolmentId, mark }) => [enrolmentId, mark]));
  const marks = new Map(saved);
  for (const { enrolmentId, startsOn, endedOn } of learners) {
    const typed = edit?.marks[enrolmentId];
    // Who left meanwhile has no place on that day any more, and what was typed for her goes.
    if (typed === undefined || !isInClass({ startsOn, endedOn }, base.onDay)) continue;
    if (typed === null) marks.delete(enrolmentId);
    else marks.set(enrolmentId, typed);
  }
  const minutes = edit?.minutes ?? base.minutes;
  const content = edit?.content ?? base.content;
  const trainerId = edit?.trainerId === undefined ? base.trainerId : edit.trainerId;
  const trainerAbsent = edit?.trainerAbsent ?? base.trainerAbsent;
  const isSame =
    [...marks].every(([id, mark]) => saved.get(id) === mark) &&
    marks.size === saved.size &&
    minutes === base.minutes &&
    content === base.content &&
    trainerId === base.trainerId &&
    trainerAbsent === base.trainerAbsent;
  const isOpen = base.onDay <= today;
  return {
    ...{ key: keyOf(base), id: session?.id ?? edit?.id ?? "", onDay: base.onDay, from: base.from, minutes },
    ...{ extra: base.extra, session, content, trainerId, trainerAbsent, marks, isDirty: !isSame },
    state: session?.state === "cancelled" ? "off" : isOpen ? "open" : "later",
  };
}

/** The sessions of a sheet in the order of their days, with what was typed. */
export function columnsOf(sheet: AttendanceSheet, edits: SheetEdits, today: CalendarDate): SheetColumn[] {
  const known = new Set(sheet.sessions.map(keyOf));
  const about = { today, learners: sheet.learners };
  const added = edits.added
    .filter((session) => !known.has(keyOf(session)))
    .map((session) => {
      const base = { ...session, extra: true, content: "", trainerId: null, trainerAbsent: false, marks: [] };
      return columnOf(base, null, edits.sessions[keyOf(session)] ?? { id: session.id, marks: {} }, about);
    });
  return [
    ...sheet.sessions.map((session) => columnOf(session, session, edits.sessions[keyOf(session)], about)),
    ...added,
  ].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Whether she can have a mark in this session: it was, and she was in the class. */
export function takesMark({ state, onDay }: Pick<SheetColumn, "state" | "onDay">, learner: Learner): boolean {
  return state === "open" && isInClass(learner, onDay);
}

/** Changes a session. @param freshId for one that has none yet */
export function edited(
  edits: SheetEdits,
  { key, id }: Pick<SheetColumn, "key" | "id">,
  change: Partial<Omit<SessionEdit, "id">>,
  freshId: Id,
): SheetEdits {
  const known = edits.sessions[key] ?? { id: id === "" ? freshId : id, marks: {} };
  const marks = { ...known.marks, ...change.marks };
  return { ...edits, sessions: { ...edits.sessions, [key]: { ...known, ...change, marks } } };
}

/** Everybody without a mark was there. */
export function restPresent(column: SheetColumn, learners: readonly Learner[]): Record<Id, Mark> {
  const open = learners.filter(
    (learner) => takesMark(column, learner) && !column.marks.has(learner.enrolmentId),
  );
  return Object.fromEntries(open.map(({ enrolmentId }) => [enrolmentId, "P" as const]));
}

export function withAdded(edits: SheetEdits, session: AddedSession): SheetEdits {
  return { ...edits, added: [...edits.added, session] };
}

/** Takes an added session away, with what was typed for it. */
export function withoutAdded(edits: SheetEdits, key: string): SheetEdits {
  const { [key]: _, ...sessions } = edits.sessions;
  return { sessions, added: edits.added.filter((session) => keyOf(session) !== key) };
}

export interface Totals extends Readonly<Record<Mark, number>> {
  /** In the class that day and without a mark. */
  readonly blank: number;
}

export function totalsOf(column: SheetColumn, learners: readonly Learner[]): Totals {
  const counts = { P: 0, L: 0, E: 0, A: 0, blank: 0 };
  for (const learner of learners)
    if (takesMark(column, learner)) counts[column.marks.get(learner.enrolmentId) ?? "blank"] += 1;
  return counts;
}

type Entered = InputOf<"literacy.saveSheet">["sessions"];

/** The sessions to send: those in which something was typed. Untouched ones stay as they are. */
export const toSend = (columns: readonly SheetColumn[]) =>
  columns.filter(({ isDirty, state }) => isDirty && state === "open");

export function enteredOf(columns: readonly SheetColumn[]): Entered {
  return columns.map(({ id, onDay, from, minutes, extra, trainerId, trainerAbsent, content, marks }) => ({
    ...{ id, onDay, from, minutes, extra, trainerId, trainerAbsent, content: content.trim() },
    marks: [...marks].map(([enrolmentId, mark]) => ({ enrolmentId, mark })),
  }));
}

/** Where a refusal belongs on the grid. */
export interface Fault {
  readonly key: string;
  /** Null for the session itself. */
  readonly enrolmentId: Id | null;
  readonly refusal: Refusal;
}

/** The cell or the session that a refusal of `saveSheet` speaks of; null where it speaks of neither. */
export function faultOf(refusal: Refusal, sent: readonly SheetColumn[]): Fault | null {
  const [, at, , mark] = /^sessions\.(\d+)(\.marks\.(\d+))?/.exec(refusal.field ?? "") ?? [];
  const column = sent[Number(at)];
  if (at === undefined || column === undefined) return null;
  const enrolmentId = mark === undefined ? null : ([...column.marks.keys()][Number(mark)] ?? null);
  return { key: column.key, enrolmentId, refusal };
}
