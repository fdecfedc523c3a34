import { type Result, refuse } from "../../contract/results.ts";
import type { SentBundle } from "../../contract/sync.ts";
import { insertAudit, readLastEntry } from "../../data/journal.ts";
import { clearLocal, readLocal, writeLocal } from "../../data/localState.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { sendBundle } from "./exporting.ts";
import { readEpoch, readParting } from "./syncState.ts";

function beginEpoch(call: Call, door: WriteDoor, epoch: number): void {
  writeLocal(door, "epoch", String(epoch));
  writeLocal(door, "acknowledged", "0");
  clearLocal(door, "parting");
  clearLocal(door, "heldEpoch");
  insertAudit(door, { id: call.world.newId(), action: "snapshot" });
}

/**
 * Sends the whole journal under a new epoch, where headquarters' copy parts from it: people there compare the two and
 * confirm. Until they have, every further stick carries the whole journal again.
 */
export async function sendSnapshot(call: Call, input: { folder: string }): Promise<Result<SentBundle>> {
  const { reader } = call.office;
  if (readParting(reader) === null) return refuse("sync.nothingToSettle");
  const epoch = Math.max(readEpoch(reader), Number(readLocal(reader, "heldEpoch") ?? 0)) + 1;
  return sendBundle(call, {
    folder: input.folder,
    kind: "snapshot",
    epoch,
    span: { first: 1, last: readLastEntry(reader)?.seq ?? 0 },
    alongside: (door) => beginEpoch(call, door, epoch),
  });
}
