import { beforeEach, describe, expect, test } from "vitest";
import { dropDraft, keepDraftsFor, readDraft, saveDraft } from "../../renderer/lib/drafts.ts";

const AWA = "0193a000-0000-7000-8000-000000000001";
const FANTA = "0193a000-0000-7000-8000-000000000002";

describe("what was typed and not yet saved", () => {
  beforeEach(() => {
    keepDraftsFor("nobody");
    keepDraftsFor(AWA);
  });

  test("comes back to the person who typed it, after a lock", () => {
    saveDraft("member.new", { surname: "Keïta" });
    keepDraftsFor(AWA);
    expect(readDraft("member.new")).toEqual({ surname: "Keïta" });
  });

  test("is forgotten when somebody else signs in", () => {
    saveDraft("member.new", { surname: "Keïta" });
    keepDraftsFor(FANTA);
    expect(readDraft("member.new")).toBeUndefined();
    keepDraftsFor(AWA);
    expect(readDraft("member.new")).toBeUndefined();
  });

  test("is gone once it was saved", () => {
    saveDraft("office.settings", { cardPrice: 2500 });
    dropDraft("office.settings");
    expect(readDraft("office.settings")).toBeUndefined();
  });
});
