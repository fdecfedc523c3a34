import { accept, type Result, refuse } from "../../contract/results.ts";
import { keysAllowed, parseAllowedSigners } from "../../crypto/allowedSigners.ts";
import { openBundleFile } from "./bundleFile.ts";
import { type Manifest, NAMESPACE } from "./manifest.ts";

/**
 * Checks a bundle as anybody can who has the list of known keys: the signature by a key that the list allows to
 * the sending office, and every part's digest.
 * @param signers the text of an OpenSSH `allowed_signers` file
 */
export function verifyBundle(path: string, signers: string): Result<Manifest> {
  const bundle = openBundleFile(path);
  if (!bundle.ok) return bundle;
  const { manifest, signer, close } = bundle.value;
  close();
  const allowed = parseAllowedSigners(signers);
  if (allowed === null) return refuse("sync.signerUnknown");
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
