import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, chainHash, sealValues, sha256Hex } from "../../src/crypto/digests.ts";

/** RFC 8785 appendix B: IEEE 754 bits and the text they must give. */
const NUMBERS: [string, string][] = [
  ["0000000000000000", "0"],
  ["8000000000000000", "0"],
  ["0000000000000001", "5e-324"],
  ["8000000000000001", "-5e-324"],
  ["7fefffffffffffff", "1.7976931348623157e+308"],
  ["ffefffffffffffff", "-1.7976931348623157e+308"],
  ["4340000000000000", "9007199254740992"],
  ["c340000000000000", "-9007199254740992"],
  ["4430000000000000", "295147905179352830000"],
  ["44b52d02c7e14af5", "9.999999999999997e+22"],
  ["44b52d02c7e14af6", "1e+23"],
  ["44b52d02c7e14af7", "1.0000000000000001e+23"],
  ["444b1ae4d6e2ef4e", "999999999999999700000"],
  ["444b1ae4d6e2ef4f", "999999999999999900000"],
  ["444b1ae4d6e2ef50", "1e+21"],
  ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
  ["3eb0c6f7a0b5ed8d", "0.000001"],
  ["41b3de4355555553", "333333333.3333332"],
  ["41b3de4355555557", "333333333.33333343"],
  ["becbf647612f3696", "-0.0000033333333333333333"],
  ["43143ff3c1cb0959", "1424953923781206.2"],
];

const doubleOf = (bits: string) => Buffer.from(bits, "hex").readDoubleBE();

describe("canonical JSON", () => {
  it("writes the example of RFC 8785 section 3.2.2 byte for byte", () => {
    const value = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it("orders keys by UTF-16 code units as in RFC 8785 section 3.2.3", () => {
    const value = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis",
    };
    expect([...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1])).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  it.each(NUMBERS)("writes the number of bits %s as %s", (bits, text) => {
    expect(canonicalJson(doubleOf(bits))).toBe(text);
    expect(canonicalJson({ n: doubleOf(bits) })).toBe(`{"n":${text}}`);
  });

  it("refuses what has no JSON form instead of writing something else", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const refused: unknown[] = [undefined, Number.NaN, Number.POSITIVE_INFINITY, "\ud800", 1n, cycle];
    for (const value of refused) {
      expect(() => canonicalJson(value)).toThrow();
      if (value !== undefined) expect(() => canonicalJson({ value })).toThrow();
    }
    expect(() => canonicalJson({ "\udc00": 1 })).toThrow();
    expect(() => canonicalJson({ list: ["a", "\ud83d"] })).toThrow();
  });

  it("keeps a text that only looks like an escaped surrogate", () => {
    expect(canonicalJson({ path: "C:\\udata" })).toBe(String.raw`{"path":"C:\\udata"}`);
  });

  it("gives the library's answer for any value, short way or long", () => {
    const value = fc.oneof(
      fc.jsonValue({ stringUnit: "binary" }),
      fc.object({ withDate: true, withNullPrototype: true, withSparseArray: true, maxDepth: 3 }),
      fc.dictionary(
        fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("10", "9", "__proto__", "toJSON", "é", "")),
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.double(),
          fc.boolean(),
          fc.constant(null),
          fc.constant(undefined),
          fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(undefined)), { maxLength: 4 }),
        ),
      ),
    );
    fc.assert(
      fc.property(value, (any) => {
        expect(answerOf(() => canonicalJson(any))).toBe(answerOf(() => canonicalize(any) ?? "refused"));
      }),
      { numRuns: 2000 },
    );
  });

  it("does not depend on the order in which a record was filled", () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key });
    fc.assert(
      fc.property(entries, (pairs) => {
        const reversed = Object.fromEntries(pairs.toReversed());
        expect(canonicalJson(Object.fromEntries(pairs))).toBe(canonicalJson(reversed));
      }),
    );
  });
});

describe("digests", () => {
  it("are SHA-256 in lower-case hexadecimal (FIPS 180-4 examples)", () => {
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256Hex("abc")).toBe(abc);
    expect(sha256Hex(Buffer.from("abc"))).toBe(abc);
    expect(sha256Hex("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });

  it("seal values under their salt: salt bytes, then the UTF-8 of the text", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.string({ unit: "grapheme" }),
        (salt, text) => {
          const apart = createHash("sha256").update(salt).update(text, "utf8").digest("hex");
          expect(sealValues(salt, text)).toBe(apart);
        },
      ),
    );
  });

  it("chain an entry by the hash of its nine parts, and of nothing else", () => {
    const entry = {
      seq: 1,
      at: "2026-11-23T08:15:00.000Z",
      by: "018f2d3c-1111-7000-8000-000000000001",
      entity: "member",
      id: "018f2d3c-2222-7000-8000-000000000002",
      op: "insert",
      shared: sha256Hex("shared"),
      local: null,
      before: "0".repeat(64),
    };
    const canonical = canonicalize(entry) ?? "";
    expect(chainHash(entry)).toBe(createHash("sha256").update(canonical).digest("hex"));
    const carryingMore = { ...entry, salt: "x" };
    expect(chainHash(carryingMore)).toBe(chainHash(entry));
    const changes = {
      ...entry,
      seq: 2,
      at: "",
      by: "",
      entity: "",
      id: "",
      op: "",
      shared: null,
      local: "",
      before: "",
    };
    for (const key of Object.keys(entry) as (keyof typeof entry)[]) {
      expect(chainHash({ ...entry, [key]: changes[key] }), key).not.toBe(chainHash(entry));
    }
  });
});

function answerOf(work: () => string): string {
  try {
    return work();
  } catch {
    return "refused";
  }
}
