import { describe, expect, test } from "vitest";
import {
  type Cell,
  type Grid,
  moved,
  moveOf,
  startOf,
} from "../../renderer/features/literacy/attendance/gridMove.ts";
import {
  columnsOf,
  edited,
  enteredOf,
  faultOf,
  keyOf,
  NO_EDITS,
  restPresent,
  type SheetColumn,
  type SheetEdits,
  takesMark,
  toSend,
  totalsOf,
  withAdded,
  withoutAdded,
} from "../../renderer/features/literacy/attendance/sheetEdits.ts";
import {
  daysOf,
  readSpan,
  shifted,
  showWeekday,
} from "../../renderer/features/literacy/attendance/sheetSpan.ts";
import { presenceOf, stateOf } from "../../renderer/features/literacy/week/weekView.ts";
import type { ClassSession, Mark } from "../../src/contract/literacyTerms.ts";
import type { AttendanceSheet } from "../../src/contract/literacyViews.ts";

const TODAY = "2026-11-25";

function session(onDay: string, change: Partial<ClassSession> = {}): ClassSession {
  return {
    ...{ id: null, cohortId: "c", onDay, from: "08:30", minutes: 120, state: "planned", cancelReason: null },
    ...{ holiday: "", extra: false, trainerId: null, trainerAbsent: false, content: "", marks: [] },
    ...change,
  };
}

function woman(enrolmentId: string, startsOn = "2026-10-01", endedOn: string | null = null) {
  const learner = { memberId: `m${enrolmentId}`, number: "KTL-00001-1", surname: "", firstNames: "" };
  return { enrolmentId, learner, startsOn, endedOn };
}

const SHEET: AttendanceSheet = {
  ...{ cohortId: "c", name: "Médina", from: "2026-11-23", to: "2026-11-29" },
  sessions: [session("2026-11-23"), session("2026-11-25"), session("2026-11-27")],
  learners: [woman("a"), woman("b"), woman("c", "2026-11-24"), woman("d", "2026-10-01", "2026-11-23")],
};

function column(sheet: AttendanceSheet, edits: SheetEdits, onDay: string): SheetColumn {
  const found = columnsOf(sheet, edits, TODAY).find((one) => one.onDay === onDay);
  if (found === undefined) throw new Error("no such session");
  return found;
}

/** Types marks for a session, one woman after the other. */
function marked(edits: SheetEdits, onDay: string, marks: Record<string, Mark | null>, sheet = SHEET) {
  return edited(edits, column(sheet, edits, onDay), { marks }, `new ${onDay}`);
}

describe("a sheet that is being filled", () => {
  test("takes marks of past sessions and of today's, never of one to come or called off", () => {
    const sheet = { ...SHEET, sessions: [...SHEET.sessions, session("2026-11-24", { state: "cancelled" })] };
    expect(columnsOf(sheet, NO_EDITS, TODAY).map(({ onDay, state }) => [onDay, state])).toEqual([
      ["2026-11-23", "open"],
      ["2026-11-24", "off"],
      ["2026-11-25", "open"],
      ["2026-11-27", "later"],
    ]);
  });

  test("takes no mark for a woman on a day on which she was not in the class", () => {
    const [monday, wednesday] = columnsOf(SHEET, NO_EDITS, TODAY);
    const open = (one: SheetColumn | undefined) =>
      one &&
      SHEET.learners.filter((learner) => takesMark(one, learner)).map((learner) => learner.enrolmentId);
    expect(open(monday)).toEqual(["a", "b", "d"]);
    expect(open(wednesday)).toEqual(["a", "b", "c"]);
  });

  test("sends only sessions in which something was typed, under the id that they got first", () => {
    const once = marked(NO_EDITS, "2026-11-23", { a: "P" });
    const edits = edited(once, column(SHEET, once, "2026-11-23"), { marks: { b: "A" } }, "another id");
    const sent = toSend(columnsOf(SHEET, edits, TODAY));
    expect(enteredOf(sent)).toEqual([
      {
        ...{ id: "new 2026-11-23", onDay: "2026-11-23", from: "08:30", minutes: 120, extra: false },
        ...{ trainerId: null, trainerAbsent: false, content: "" },
        marks: [
          { enrolmentId: "a", mark: "P" },
          { enrolmentId: "b", mark: "A" },
        ],
      },
    ]);
  });

  test("has nothing to send once what was typed is taken back", () => {
    const edits = marked(marked(NO_EDITS, "2026-11-23", { a: "P" }), "2026-11-23", { a: null });
    expect(toSend(columnsOf(SHEET, edits, TODAY))).toEqual([]);
  });

  test("corrects a session that was entered before", () => {
    const held = session("2026-11-23", { id: "s1", state: "held", marks: [{ enrolmentId: "a", mark: "A" }] });
    const sheet = { ...SHEET, sessions: [held] };
    const edits = marked(NO_EDITS, "2026-11-23", { a: "E" }, sheet);
    const [sent] = enteredOf(toSend(columnsOf(sheet, edits, TODAY)));
    expect(sent).toMatchObject({ id: "s1", marks: [{ enrolmentId: "a", mark: "E" }] });
  });

  test("keeps what was typed when the sheet changed meanwhile, but not for who left and what was called off", () => {
    const edits = marked(NO_EDITS, "2026-11-23", { a: "P" });
    const more = { ...SHEET, learners: [...SHEET.learners, woman("e")] };
    expect(column(more, edits, "2026-11-23").marks.get("a")).toBe("P");
    const less = { ...SHEET, learners: [woman("a", "2026-10-01", "2026-11-20"), woman("b")] };
    expect(toSend(columnsOf(less, edits, TODAY))).toEqual([]);
    const off = { ...SHEET, sessions: [session("2026-11-23", { id: "s", state: "cancelled" })] };
    expect(toSend(columnsOf(off, edits, TODAY))).toEqual([]);
  });

  test("says of all without a mark that they were there, and leaves the others as they are", () => {
    const edits = marked(NO_EDITS, "2026-11-23", { b: "A" });
    expect(restPresent(column(SHEET, edits, "2026-11-23"), SHEET.learners)).toEqual({ a: "P", d: "P" });
  });

  test("counts as it is typed, with those who have no mark yet", () => {
    const edits = marked(NO_EDITS, "2026-11-23", { a: "L", b: "A" });
    const totals = totalsOf(column(SHEET, edits, "2026-11-23"), SHEET.learners);
    expect(totals).toEqual({ P: 0, L: 1, E: 0, A: 1, blank: 1 });
  });

  test("takes a session that made up for another, and lets go of it with its marks", () => {
    const added = { id: "x", onDay: "2026-11-24", from: "16:00", minutes: 90 };
    const edits = marked(withAdded(NO_EDITS, added), "2026-11-24", { a: "P" });
    expect(enteredOf(toSend(columnsOf(SHEET, edits, TODAY)))).toMatchObject([
      { id: "x", onDay: "2026-11-24", from: "16:00", minutes: 90, extra: true },
    ]);
    expect(withoutAdded(edits, keyOf(added))).toEqual(NO_EDITS);
  });

  test("puts a refusal at its woman, or at its session", () => {
    const edits = marked(marked(NO_EDITS, "2026-11-23", { a: "P", b: "P" }), "2026-11-25", {
      a: "P",
      c: "A",
    });
    const sent = toSend(columnsOf(SHEET, edits, TODAY));
    const at = (field?: string) => {
      const code = "literacy.notInClassThen" as const;
      const fault = faultOf(field === undefined ? { code } : { code, field }, sent);
      return fault && [fault.key, fault.enrolmentId];
    };
    expect(at("sessions.1.marks.1")).toEqual(["2026-11-25 08:30", "c"]);
    expect(at("sessions.0.onDay")).toEqual(["2026-11-23 08:30", null]);
    expect(at("sessions.0")).toEqual(["2026-11-23 08:30", null]);
    expect(at("cohortId")).toBeNull();
    expect(at()).toBeNull();
  });
});

describe("keys on a grid", () => {
  /** Rows of letters: `x` takes nothing. */
  const gridOf = (...rows: string[]): Grid => ({
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    isOpen: ({ row, column: at }) => rows[row]?.[at] === ".",
  });
  const place = ({ row, column: at }: Cell) => `${row}:${at}`;

  test("go down over women who were not in the class, and from the bottom to the next session", () => {
    const grid = gridOf("..", "x.", "..");
    expect(place(moved(grid, { row: 0, column: 0 }, "next"))).toBe("2:0");
    expect(place(moved(grid, { row: 2, column: 0 }, "next"))).toBe("0:1");
    expect(place(moved(grid, { row: 2, column: 1 }, "next"))).toBe("2:1");
  });

  test("pass over sessions that take nothing", () => {
    const grid = gridOf(".x.", ".x.");
    expect(place(moved(grid, { row: 1, column: 0 }, "next"))).toBe("0:2");
    expect(place(moved(grid, { row: 1, column: 0 }, "right"))).toBe("1:2");
    expect(place(moved(grid, { row: 1, column: 2 }, "left"))).toBe("1:0");
    expect(place(moved(grid, { row: 1, column: 2 }, "up"))).toBe("0:2");
    expect(place(moved(grid, { row: 0, column: 2 }, "up"))).toBe("0:2");
    expect(place(moved(grid, { row: 0, column: 2 }, "last"))).toBe("1:2");
    expect(place(moved(grid, { row: 1, column: 2 }, "first"))).toBe("0:2");
  });

  test("begin at the first woman without a mark", () => {
    const grid = gridOf("x.", "..");
    expect(place(startOf(grid))).toBe("1:0");
    expect(place(startOf(grid, ({ column: at }) => at === 1))).toBe("0:1");
    expect(place(startOf(gridOf("x")))).toBe("0:0");
  });

  test("are left to the window where Ctrl is held", () => {
    const key = { ctrlKey: false, metaKey: false, altKey: false };
    expect(moveOf({ ...key, key: "Enter" })).toBe("next");
    expect(moveOf({ ...key, key: "Enter", ctrlKey: true })).toBeUndefined();
    expect(moveOf({ ...key, key: "p" })).toBeUndefined();
  });
});

describe("the days of a sheet", () => {
  const read = (address: string) => readSpan(new URLSearchParams(address), TODAY);

  test("are this week where the address names none, or nonsense", () => {
    const week = { from: "2026-11-23", to: "2026-11-29" };
    expect(read("")).toEqual(week);
    expect(read("from=2026-02-30&to=x")).toEqual(week);
    expect(read("from=2026-11-25")).toEqual(week);
    expect(read("from=2026-11-25&to=2020-01-01")).toEqual(week);
  });

  test("are those named, and the same number of them before and after", () => {
    const span = read("from=2026-11-02&to=2026-11-04");
    expect(daysOf(span)).toEqual(["2026-11-02", "2026-11-03", "2026-11-04"]);
    expect(shifted(span, -1)).toEqual({ from: "2026-10-30", to: "2026-11-01" });
    expect(shifted(span, 1)).toEqual({ from: "2026-11-05", to: "2026-11-07" });
  });

  test("are written with the weekday", () => {
    expect(showWeekday("2026-11-23", "fr")).toBe("lun.\u00a023/11");
    expect(showWeekday("2026-11-29", "en")).toBe("Sun\u00a029/11");
  });
});

describe("a session of the week", () => {
  test("waits from its day on, unless a feast or a person called it off", () => {
    const states = [
      session("2026-11-25"),
      session("2026-11-26"),
      session("2026-11-23", { id: "s", state: "held" }),
      session("2026-11-23", { id: "s", state: "cancelled", cancelReason: "weather" }),
      session("2026-11-23", { state: "cancelled", cancelReason: "holiday", holiday: "Tabaski" }),
    ].map((one) => stateOf(one, TODAY));
    expect(states).toEqual(["toEnter", "planned", "entered", "cancelled", "holiday"]);
  });

  test("tells who came of those who were noted and not excused", () => {
    const marks = (["P", "L", "E", "A"] as const).map((mark) => ({ enrolmentId: mark, mark }));
    expect(presenceOf({ marks })).toEqual({ came: 2, noted: 3 });
  });
});
