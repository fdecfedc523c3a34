import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemRandom } from "../../src/crypto/entropy.ts";
import {
  generateSigningKey,
  parseSshPublicKey,
  publicKeyOf,
  signatureKey,
  signSsh,
  spokenFingerprint,
  sshFingerprint,
  sshPublicKey,
  verifySsh,
} from "../../src/crypto/signing.ts";
import { ask, Folder, run } from "./stockTools.ts";

const NAMESPACE = "danaya-bundle";
const message = Buffer.from('{"format":"danaya-bundle/1"}');
const seed = new Uint8Array(32).fill(42);
const publicKey = publicKeyOf(seed);

describe("signing keys", () => {
  it("follow RFC 8032 (section 7.1, test 1)", () => {
    const rfcSeed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
    const rfcKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    expect(Buffer.from(publicKeyOf(rfcSeed)).toString("hex")).toBe(rfcKey);
  });

  it("are as long as they must be, or refused", () => {
    expect(generateSigningKey(systemRandom)).toHaveLength(32);
    expect(() => generateSigningKey(() => new Uint8Array(16))).toThrow(RangeError);
    expect(() => publicKeyOf(new Uint8Array(31))).toThrow(RangeError);
    expect(() => sshPublicKey(new Uint8Array(33))).toThrow(RangeError);
  });

  it("have the fingerprint that ssh-keygen shows", () => {
    using folder = new Folder();
    const file = folder.write("office.pub", `${sshPublicKey(publicKey, "KTL office")}\n`);
    const shown = ask("ssh-keygen", ["-lf", file]).toString();
    expect(shown).toBe(`256 ${sshFingerprint(publicKey)} KTL office (ED25519)\n`);
  });

  it("are read back from the line that ssh-keygen writes", () => {
    using folder = new Folder();
    const made = keyFromSshKeygen(folder);
    expect(parseSshPublicKey(made.line)).toEqual(publicKeyOf(made.seed));
    expect(parseSshPublicKey(sshPublicKey(publicKey))).toEqual(publicKey);
  });

  it("are read from nothing but an Ed25519 line", () => {
    const [kind = "", blob = ""] = sshPublicKey(publicKey).split(" ");
    const wrong = [
      "",
      kind,
      blob,
      `ssh-rsa ${blob}`,
      `${kind} ${blob.slice(0, -4)}`,
      `${kind} ${blob}AAAA`,
      `${kind} ${blob}\n${kind} ${blob}`,
      `${kind} ${blob.slice(0, -1)}*`,
    ];
    for (const line of wrong) expect(parseSshPublicKey(line)).toBeNull();
  });

  it("are read aloud as eight groups of four digits that change with the key", () => {
    const spoken = spokenFingerprint(publicKey);
    expect(spoken).toMatch(/^(\d{4} ){7}\d{4}$/);
    expect(spokenFingerprint(publicKeyOf(new Uint8Array(32).fill(43)))).not.toBe(spoken);
    // Fixed for good: people compare it with what they wrote down.
    expect(spoken).toBe("5534 0066 2521 1394 8900 2960 4609 3633");
  });
});

describe("a signature of ours", () => {
  it("is accepted by ssh-keygen -Y verify", () => {
    using folder = new Folder();
    const signers = folder.write(
      "allowed_signers",
      `KTL namespaces="${NAMESPACE}" ${sshPublicKey(publicKey)}\n`,
    );
    const file = folder.write("manifest.sig", signSsh(seed, message, NAMESPACE));
    const verify = (namespace: string, input: Uint8Array) =>
      run("ssh-keygen", ["-Y", "verify", "-f", signers, "-I", "KTL", "-n", namespace, "-s", file], input)
        .status;
    expect(verify(NAMESPACE, message)).toBe(0);
    expect(verify("file", message)).not.toBe(0);
    expect(verify(NAMESPACE, Buffer.concat([message, Buffer.from(" ")]))).not.toBe(0);
  });

  it("is the very text that ssh-keygen -Y sign writes with the same key", () => {
    using folder = new Folder();
    const made = keyFromSshKeygen(folder);
    const theirs = ask("ssh-keygen", ["-Y", "sign", "-f", made.file, "-n", NAMESPACE], message).toString();
    expect(signSsh(made.seed, message, NAMESPACE)).toBe(theirs);
  });

  it("names its key", () => {
    expect(signatureKey(signSsh(seed, message, NAMESPACE))).toEqual(publicKey);
    expect(signatureKey("no signature")).toBeNull();
  });

  it("needs a namespace", () => {
    expect(() => signSsh(seed, message, "")).toThrow(RangeError);
  });
});

describe("a signature from outside", () => {
  it("made by ssh-keygen is accepted, for its message, key and namespace only", () => {
    using folder = new Folder();
    const made = keyFromSshKeygen(folder);
    const key = publicKeyOf(made.seed);
    const theirs = ask("ssh-keygen", ["-Y", "sign", "-f", made.file, "-n", NAMESPACE], message).toString();
    expect(verifySsh(key, message, theirs, NAMESPACE)).toBe(true);
    expect(verifySsh(key, message, theirs.replaceAll("\n", "\r\n"), NAMESPACE)).toBe(true);
    expect(verifySsh(key, message, theirs, "file")).toBe(false);
    expect(verifySsh(key, message, theirs, "")).toBe(false);
    expect(verifySsh(publicKey, message, theirs, NAMESPACE)).toBe(false);
    expect(verifySsh(key, message.subarray(1), theirs, NAMESPACE)).toBe(false);
  });

  it("over SHA-256 is refused: the format says SHA-512", () => {
    using folder = new Folder();
    const made = keyFromSshKeygen(folder);
    const args = ["-Y", "sign", "-O", "hashalg=sha256", "-f", made.file, "-n", NAMESPACE];
    const theirs = ask("ssh-keygen", args, message).toString();
    expect(verifySsh(publicKeyOf(made.seed), message, theirs, NAMESPACE)).toBe(false);
  });

  it("of another kind of key is refused", () => {
    using folder = new Folder();
    const file = folder.at("other");
    ask("ssh-keygen", ["-q", "-t", "ecdsa", "-N", "", "-f", file]);
    const theirs = ask("ssh-keygen", ["-Y", "sign", "-f", file, "-n", NAMESPACE], message).toString();
    expect(signatureKey(theirs)).toBeNull();
    expect(verifySsh(publicKey, message, theirs, NAMESPACE)).toBe(false);
  });

  it("round-trips for any message, key and namespace", () => {
    const bytes32 = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const namespace = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(bytes32, fc.uint8Array({ maxLength: 300 }), namespace, (anySeed, anyMessage, any) => {
        const key = publicKeyOf(anySeed);
        const signature = signSsh(anySeed, anyMessage, any);
        expect(verifySsh(key, anyMessage, signature, any)).toBe(true);
        expect(verifySsh(key, anyMessage, signature, `${any}x`)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("never verifies with any one bit flipped or any end cut off", () => {
    const text = Buffer.from(signSsh(seed, message, NAMESPACE));
    const verifies = (bytes: Uint8Array) =>
      verifySsh(publicKey, message, Buffer.from(bytes).toString("latin1"), NAMESPACE);
    expect(verifies(text)).toBe(true);
    for (let bit = 0; bit < text.length * 8; bit += 1) {
      const flipped = Uint8Array.from(text);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(verifies(flipped), `bit ${bit}`).toBe(false);
    }
    // Only the very last line break may be missing.
    for (let end = 0; end < text.length - 1; end += 1) expect(verifies(text.subarray(0, end))).toBe(false);
  });

  it("is refused with anything left over, before or after", () => {
    const lines = signSsh(seed, message, NAMESPACE).trimEnd().split("\n");
    const blob = Buffer.from(lines.slice(1, -1).join(""), "base64");
    const longer = Buffer.concat([blob, Buffer.alloc(3)]).toString("base64");
    const texts = [
      [lines[0], longer, lines.at(-1)],
      ["From: KTL", ...lines],
      [...lines, "after"],
      [lines[0], "", ...lines.slice(1)].map((line) => line ?? "").concat("", ""),
    ];
    for (const text of texts) expect(verifySsh(publicKey, message, text.join("\n"), NAMESPACE)).toBe(false);
  });

  it("is never an exception, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.uint8Array(), (text, key) => {
        const armored = `-----BEGIN SSH SIGNATURE-----\n${Buffer.from(text).toString("base64")}\n-----END SSH SIGNATURE-----\n`;
        expect(verifySsh(key, message, text, NAMESPACE)).toBe(false);
        expect(verifySsh(key, message, armored, NAMESPACE)).toBe(false);
      }),
    );
  });
});

/** A key pair from ssh-keygen, and the seed out of its private key file (OpenSSH's PROTOCOL.key). */
function keyFromSshKeygen(folder: Folder): { file: string; line: string; seed: Uint8Array } {
  const file = folder.at("id");
  ask("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file]);
  const armored = readFileSync(file, "latin1").replace(/-----[A-Z ]+-----|\s/g, "");
  const blob = Buffer.from(armored, "base64");
  // The private part is the 64 bytes seed ‖ public key, behind their length.
  const at = blob.lastIndexOf(Buffer.from([0, 0, 0, 64]));
  return {
    file,
    line: readFileSync(`${file}.pub`, "latin1"),
    seed: new Uint8Array(blob.subarray(at + 4, at + 36)),
  };
}
