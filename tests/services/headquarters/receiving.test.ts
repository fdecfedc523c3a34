import { describe, expect, test } from "vitest";
import {
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { fill } from "../sync/joined.ts";

describe("a stick of an office that headquarters knows", () => {
  test("is taken in, and its members stand at headquarters", async () => {
    const hq = await makeHeadquarters();
    const office = await makeEnrolled(hq, KOUTIALA);
    await fill(office);
    const file = await send(office);
    const report = await receive(hq, file);
    expect(report.files).toMatchObject([{ office: "KTL", number: 1, outcome: "applied", sealedTiers: [] }]);
    const { rows } = await hq.must("membership.listMembers", {
      filter: {
        text: "",
        statuses: [],
        locality: null,
        withoutPhoto: false,
        withoutConsent: false,
        endingWithinDays: null,
        office: "KTL",
      },
      sort: "name",
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(rows.map(({ surname }) => surname)).toEqual(["Wérémikan", "Zanguinaba"]);
    expect(await outcomeOf(hq, file)).toBe("alreadyReceived");
  });
});
