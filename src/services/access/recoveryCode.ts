import type { OutputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { setRecoverySlot } from "../../crypto/keyring.ts";
import { makeRecoveryCode } from "../../crypto/recoveryCode.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { recoverySheetFile } from "../office/paper.ts";
import { provePassphrase, writeKeyring } from "./signIn.ts";
import { noteAudit } from "./users.ts";

/** A new recovery code for whoever proves her passphrase; the old paper opens nothing from then on. */
export async function renewRecoveryCode(
  call: Call,
  passphrase: string,
): Promise<Result<OutputOf<"access.renewRecoveryCode">>> {
  const proved = await provePassphrase(call, passphrase, "passphrase");
  if (!proved.ok) return proved;
  const { keyring, databaseKey } = proved.value;
  const recoveryCode = makeRecoveryCode(call.world.random);
  const written = await onDisk(null, async () =>
    writeKeyring(
      call.office.dataDir,
      await setRecoverySlot(keyring, recoveryCode, databaseKey, call.world.random, call.world.passphraseCost),
    ),
  );
  if (!written.ok) return written;
  noteAudit(call, "renewRecoveryCode");
  const { language } = readSettings(call.office.reader);
  const about = { officeCode: call.office.code, recoveryCode, on: call.today(), language };
  return accept({ recoveryCode, sheet: await recoverySheetFile(call.world, about) });
}
