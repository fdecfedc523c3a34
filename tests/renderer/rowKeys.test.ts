import { describe, expect, test } from "vitest";
import { rowAfter } from "../../renderer/ui/useRowKeys.ts";

describe("keys in a list", () => {
  test("begin at its top, or at its end with End", () => {
    expect(rowAfter("ArrowDown", null, 50)).toBe(0);
    expect(rowAfter("End", null, 50)).toBe(49);
  });

  test("move by one, by ten, and to both ends", () => {
    expect(rowAfter("ArrowDown", 4, 50)).toBe(5);
    expect(rowAfter("ArrowUp", 4, 50)).toBe(3);
    expect(rowAfter("PageDown", 4, 50)).toBe(14);
    expect(rowAfter("Home", 4, 50)).toBe(0);
    expect(rowAfter("End", 4, 50)).toBe(49);
  });

  test("never leave it", () => {
    expect(rowAfter("ArrowUp", 0, 50)).toBe(0);
    expect(rowAfter("PageDown", 45, 50)).toBe(49);
  });

  test("that move nothing are left to others", () => {
    expect(rowAfter("a", 4, 50)).toBeNull();
  });
});
