import { afterAll, describe, expect, test } from "vitest";
import { connect } from "../../../src/data/database.ts";
import { nationalPaths } from "../../../src/data/national/stores.ts";
import { openDesk, type TestOffice } from "../../support/office.ts";
import {
  changeMember,
  consolidated,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { fill } from "../sync/joined.ts";

const open: TestOffice[] = [];
afterAll(() => {
  for (const office of open) office.close();
});

describe("a new version of the program, whose tables are others,", () => {
  test("fills headquarters' copies anew from the entries: records, pictures, pairs and all", async () => {
    const hq = await makeHeadquarters({ shared: true });
    const koutiala = await makeEnrolled(hq, KOUTIALA, { shared: true });
    const mopti = await makeEnrolled(hq, MOPTI, { shared: true });
    open.push(hq, koutiala, mopti);
    const { first, second } = await fill(koutiala);
    await register(mopti, { surname: "Wérémikan", firstNames: "Sira" });
    await receive(hq, await send(koutiala), await send(mopti));
    await changeMember(koutiala, first, { locality: "Médine" });
    const { member } = await koutiala.must("membership.readMember", { id: second });
    await koutiala.must("membership.eraseMember", { id: second, number: member.number });
    await register(koutiala, { surname: "Wérémikan", firstNames: "Sira" });
    await receive(hq, await send(koutiala));
    const before = consolidated(hq);
    expect([before.photo?.length, before.duplicate?.length]).toEqual([1, 1]);

    const stores = hq.call.tierSecrets.map(({ tier, storeKey }) => ({ tier, storeKey }));
    hq.close();
    for (const { tier, storeKey } of stores) {
      const connection = connect(nationalPaths(hq.dir).store(tier), Buffer.from(storeKey, "hex"));
      connection.pragma("user_version = 1");
      connection.close();
    }
    const again = openDesk(hq.dir, hq.clock);
    open.push(again);
    await again.signIn();
    expect(consolidated(again)).toEqual(before);
    expect(await again.must("headquarters.duplicates", {})).toHaveLength(1);
  });
});
