import type { OutputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { openUserSlot, setRecoverySlot } from "../../crypto/keyring.ts";
import { makeRecoveryCode } from "../../crypto/recoveryCode.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { recoverySheetFile } from "../office/paper.ts";
import { readKeyring, writeKeyring } from "./signIn.ts";
import { noteAudit } from "./users.ts";

/** A new recovery code for whoever proves her passphrase; the old paper opens nothing from then on. */
export async function renewRecoveryCode(
  call: Call,
  passphrase: string,
): Promise<Result<OutputOf<"access.renewRecoveryCode">>> {
  const keyring = readKeyring(call.office.dataDir);
  if (!keyring.ok) return keyring;
  const key = await openUserSlot(keyring.value, call.user.login, passphrase);
  if (key === null) return refuse("access.wrongPassphrase", { field: "passphrase" });
  const recoveryCode = makeRecoveryCode(call.world.random);
  const written = await onDisk(null, async () =>
    writeKeyring(
      call.office.dataDir,
      await setRecoverySlot(keyring.value, recoveryCode, key, call.world.random),
    ),
  );
  if (!written.ok) return written;
  noteAudit(call, "renewRecoveryCode");
  return accept({
    recoveryCode,
    sheet: await recoverySheetFile(call.world, call.office.code, recoveryCode, call.today()),
  });
}
