import { type MemberFilter, MemberSort, MembershipStatus } from "../../../../src/contract/membership.ts";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";

/** What the list shows. */
export interface ListView {
  readonly filter: MemberFilter;
  readonly sort: MemberSort;
  readonly descending: boolean;
}

export const NO_FILTER: MemberFilter = {
  text: "",
  statuses: [],
  locality: null,
  withoutPhoto: false,
  withoutConsent: false,
  endingWithinDays: null,
};

/** « Se termine bientôt » means within so many days. */
export const SOON_DAYS = 30;

function readDays(text: string | null): number | null {
  const days = text === null || text === "" ? Number.NaN : Number(text);
  return Number.isInteger(days) && days >= 0 && days <= 366 ? days : null;
}

/**
 * Reads `?status=grace,expired&place=Koko&without=photo,consent&ending=30&sort=number&order=down`. What is searched
 * never stands in the address: browsers keep those, and it is somebody's name.
 * @param office whose list it is; undefined for this office's own
 */
export function readListView(address: URLSearchParams, text: string, office?: OfficeScope): ListView {
  const statuses = (address.get("status") ?? "").split(",");
  const without = (address.get("without") ?? "").split(",");
  const sort = MemberSort.safeParse(address.get("sort"));
  return {
    filter: {
      ...(office === undefined ? {} : { office }),
      text: text.slice(0, 200),
      statuses: MembershipStatus.options.filter((status) => statuses.includes(status)),
      locality: address.get("place")?.slice(0, 80) || null,
      withoutPhoto: without.includes("photo"),
      withoutConsent: without.includes("consent"),
      endingWithinDays: readDays(address.get("ending")),
    },
    sort: sort.success ? sort.data : "name",
    descending: address.get("order") === "down",
  };
}

/** The address of a view, without what is searched; what is as usual is left out. */
export function writeListView({ filter, sort, descending }: ListView): URLSearchParams {
  const without = [filter.withoutPhoto && "photo", filter.withoutConsent && "consent"].filter(Boolean);
  const entries: [string, string][] = [
    ["office", filter.office ?? ""],
    ["status", filter.statuses.join(",")],
    ["place", filter.locality ?? ""],
    ["without", without.join(",")],
    ["ending", filter.endingWithinDays === null ? "" : String(filter.endingWithinDays)],
    ["sort", sort === "name" ? "" : sort],
    ["order", descending ? "down" : ""],
  ];
  return new URLSearchParams(entries.filter(([, value]) => value !== ""));
}

/** Whether anything narrows an office's list. */
export function isFiltered({ office: _whose, ...filter }: MemberFilter): boolean {
  return filter.text.trim() !== "" || writeListView({ filter, sort: "name", descending: false }).size > 0;
}
