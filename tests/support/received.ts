import { accept } from "../../src/contract/results.ts";
import { readLocal, writeLocal } from "../../src/data/localState.ts";
import { openNational } from "../../src/services/headquarters/national.ts";
import type { TestOffice } from "./office.ts";

/**
 * Headquarters' copies as they stand once every stick of this office was received: its journal is taken in by the code
 * that takes in headquarters' own branch.
 */
export function takeIn(headquarters: TestOffice, office: TestOffice): void {
  const { call } = headquarters;
  call.national();
  const key = readLocal(call.office.reader, "nationalKey") ?? "";
  const matchKey = readLocal(call.office.reader, "matchKey") ?? "";
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
    writeLocal(door, "nationalKey", key);
    writeLocal(door, "matchKey", matchKey);
    return accept(null);
  });
  const store = openNational({
    office: { ...office.call.office, dataDir: call.office.dataDir },
    identity: office.call.identity,
    tierSecrets: call.tierSecrets,
    world: call.world,
  });
  try {
    store.refresh();
  } finally {
    store.close();
  }
}
