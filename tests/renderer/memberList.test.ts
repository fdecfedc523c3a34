import { describe, expect, test } from "vitest";
import {
  isFiltered,
  type ListView,
  NO_FILTER,
  readListView,
  writeListView,
} from "../../renderer/features/membership/list/listAddress.ts";
import { readOffice } from "../../renderer/ui/OfficeFilter.tsx";

const VIEW: ListView = {
  filter: {
    text: "traoré",
    statuses: ["grace", "expired"],
    locality: "Koko",
    withoutPhoto: true,
    withoutConsent: true,
    endingWithinDays: 30,
  },
  sort: "paidUntil",
  descending: true,
};

describe("the address of the members' list", () => {
  test("brings back the same list", () => {
    expect(readListView(writeListView(VIEW), "traoré")).toEqual(VIEW);
  });

  test("never holds what was searched: browsers keep addresses", () => {
    expect(writeListView(VIEW).toString()).not.toContain("traor");
  });

  test("ignores what somebody made up", () => {
    const made = new URLSearchParams("status=queen,new&ending=-4&sort=phone&order=up&without=hat");
    expect(readListView(made, "")).toEqual({
      filter: { ...NO_FILTER, statuses: ["new"] },
      sort: "name",
      descending: false,
    });
  });

  test("says whose list it is, and that alone narrows nothing", () => {
    const all = { ...VIEW, filter: { ...VIEW.filter, office: "all" as const } };
    const address = writeListView(all);
    expect(address.get("office")).toBe("all");
    expect(readListView(address, "traoré", readOffice(address, "BKO"))).toEqual(all);
    expect(isFiltered({ ...NO_FILTER, office: "all" })).toBe(false);
  });

  test.each(["", "BKO", "bamako", "*"])("takes « %s » for this office's own list", (office) => {
    expect(readOffice(new URLSearchParams({ office }), "BKO")).toBeUndefined();
  });

  test("is empty for the list as it usually is", () => {
    expect(writeListView({ filter: NO_FILTER, sort: "name", descending: false }).toString()).toBe("");
    expect(isFiltered(NO_FILTER)).toBe(false);
    expect(isFiltered({ ...NO_FILTER, text: "fanta" })).toBe(true);
    expect(isFiltered({ ...NO_FILTER, endingWithinDays: 0 })).toBe(true);
  });
});
