import { accept, type Result, refuse } from "../../contract/results.ts";
import { keysAllowed, parseAllowedSigners } from "../../crypto/allowedSigners.ts";
import { readBundle } from "./bundleFile.ts";
import { type Manifest, NAMESPACE } from "./manifest.ts";

/**
 * Checks a bundle as anybody can who has the list of known keys: the signature by a key that the list allows to
 * the sending office, and every part's digest.
 * @param signers the text of an OpenSSH `allowed_signers` file
 */
export function verifyBundle(bytes: Uint8Array, signers: string): Result<Manifest> {
  const allowed = parseAllowedSigners(signers);
  if (allowed === null) return refuse("sync.signerUnknown");
  const bundle = readBundle(bytes);
  if (!bundle.ok) return bundle;
  const { manifest, signer } = bundle.value;
  const keys = keysAllowed(allowed, {
    principal: manifest.from.office,
    namespace: NAMESPACE,
    at: manifest.createdAt,
  });
  const isKnown = keys.some((key) => Buffer.from(key).equals(signer));
  return isKnown
    ? accept(manifest)
    : refuse("sync.signerUnknown", { values: { office: manifest.from.office } });
}
