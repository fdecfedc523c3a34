import { describe, expect, test } from "vitest";
import { makeEntrance, type RequestAtDoor } from "../../src/loopback/entrance.ts";

const ORIGIN = "http://127.0.0.1:43210";
const plain: RequestAtDoor = {
  host: "127.0.0.1:43210",
  origin: undefined,
  fetchSite: undefined,
  cookie: undefined,
};

describe("the door of the loopback host", () => {
  test("gives the cookie for a token once, and never again", () => {
    const entrance = makeEntrance(ORIGIN);
    const token = entrance.issueToken();
    expect(entrance.admit(token)).toMatch(/^danaya-43210=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(entrance.admit(token)).toBeNull();
  });

  test("refuses a token that it never issued, an empty one, and one of another run", () => {
    const entrance = makeEntrance(ORIGIN);
    entrance.issueToken();
    expect(entrance.admit("")).toBeNull();
    expect(entrance.admit("a".repeat(43))).toBeNull();
    expect(entrance.admit(makeEntrance(ORIGIN).issueToken())).toBeNull();
  });

  test("knows a browser by its cookie only, among other cookies", () => {
    const entrance = makeEntrance(ORIGIN);
    const cookie = entrance.admit(entrance.issueToken())?.split(";")[0] ?? "";
    expect(entrance.isKnown({ ...plain, cookie: `theme=dark; ${cookie}; other=1` })).toBe(true);
    expect(entrance.isKnown(plain)).toBe(false);
    expect(entrance.isKnown({ ...plain, cookie: `${entrance.cookieName}=` })).toBe(false);
    expect(entrance.isKnown({ ...plain, cookie: cookie.slice(0, -1) })).toBe(false);
  });

  test.each([
    ["a name that was made to resolve to this machine", { host: "registre.example:43210" }],
    ["the name localhost, which other pages can use", { host: "localhost:43210" }],
    ["another port", { host: "127.0.0.1:80" }],
    ["no host at all", { host: undefined }],
    ["another page's origin", { origin: "http://registre.example" }],
    ["an opaque origin", { origin: "null" }],
    ["another port's origin", { origin: "http://127.0.0.1:80" }],
    ["a link on another site", { fetchSite: "cross-site" }],
    ["another port of this machine", { fetchSite: "same-site" }],
  ])("is not for a request from %s", (_what, part) => {
    expect(makeEntrance(ORIGIN).isAddressedHere({ ...plain, ...part })).toBe(false);
  });

  test("is for its own page, and for an address typed by a person", () => {
    const entrance = makeEntrance(ORIGIN);
    expect(entrance.isAddressedHere({ ...plain, fetchSite: "none" })).toBe(true);
    expect(entrance.isAddressedHere({ ...plain, origin: ORIGIN, fetchSite: "same-origin" })).toBe(true);
  });
});
