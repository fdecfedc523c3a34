import { describe, expect, it } from "vitest";
import { allowedSignersLine, keysAllowed, parseAllowedSigners } from "../../src/crypto/allowedSigners.ts";
import { publicKeyOf, signSsh, sshPublicKey } from "../../src/crypto/signing.ts";
import { ask, Folder, run } from "./stockTools.ts";

const NAMESPACE = "danaya-bundle";
const message = Buffer.from("manifest");
const seed = new Uint8Array(32).fill(1);
const key = publicKeyOf(seed);
const keyText = sshPublicKey(key);
const at = "2026-11-23T08:15:00.000Z";

/** Whether we and ssh-keygen let `principal` sign for `namespace` by this file, now. */
function verdicts(
  file: string,
  principal: string,
  namespace = NAMESPACE,
): { ours: boolean; theirs: boolean } {
  using folder = new Folder();
  const signers = folder.write("allowed_signers", file);
  const signature = folder.write("sig", signSsh(seed, message, namespace));
  const args = ["-Y", "verify", "-f", signers, "-I", principal, "-n", namespace, "-s", signature];
  const parsed = parseAllowedSigners(file) ?? [];
  const allowed = keysAllowed(parsed, { principal, namespace, at: new Date().toISOString() });
  return {
    ours: allowed.some((candidate) => Buffer.from(candidate).equals(key)),
    theirs: run("ssh-keygen", args, message).status === 0,
  };
}

describe("the file of allowed signers", () => {
  it("has a line that ssh-keygen takes and we read back", () => {
    const line = allowedSignersLine("KTL", key, NAMESPACE);
    expect(line).toBe(`KTL namespaces="danaya-bundle" ${keyText}`);
    expect(verdicts(`${line}\n`, "KTL")).toEqual({ ours: true, theirs: true });
    expect(parseAllowedSigners(line)).toEqual([
      { principals: ["KTL"], publicKey: key, namespaces: [NAMESPACE], validAfter: null, validBefore: null },
    ]);
  });

  it.each([
    ["another principal", `KTL ${keyText}`, "SKS", NAMESPACE, false],
    ["any namespace where none is named", `KTL ${keyText} a comment`, "KTL", "file", true],
    ["another namespace", `KTL namespaces="danaya-bundle" ${keyText}`, "KTL", "file", false],
    ["one of two namespaces", `KTL namespaces="file,danaya-*" ${keyText}`, "KTL", NAMESPACE, true],
    ["one of two principals", `SKS,KTL ${keyText}`, "KTL", NAMESPACE, true],
    ["quoted principals", `"SKS,KTL" ${keyText}`, "KTL", NAMESPACE, true],
    ["a pattern", `K?L,B* ${keyText}`, "KTL", NAMESPACE, true],
    ["a pattern that excepts", `*,!KTL ${keyText}`, "KTL", NAMESPACE, false],
    ["comments, blanks and CRLF", `# ours\r\n\r\n  KTL\t${keyText}\r\n`, "KTL", NAMESPACE, true],
    ["a time that has begun", `KTL valid-after="20200101" ${keyText}`, "KTL", NAMESPACE, true],
    ["a time that has not", `KTL valid-after="20990101Z" ${keyText}`, "KTL", NAMESPACE, false],
    [
      "a time that is over",
      `KTL namespaces="*",valid-before="202001011200" ${keyText}`,
      "KTL",
      NAMESPACE,
      false,
    ],
    ["a certificate authority", `KTL cert-authority ${keyText}`, "KTL", NAMESPACE, false],
    ["an unknown option", `KTL colour="blue" ${keyText}`, "KTL", NAMESPACE, false],
    ["a day that is not in the calendar", `KTL valid-before="20991341" ${keyText}`, "KTL", NAMESPACE, false],
    ["no key", "KTL", "KTL", NAMESPACE, false],
    ["half a key", `KTL ${keyText.slice(0, 40)}`, "KTL", NAMESPACE, false],
  ])("is judged as ssh-keygen judges it: %s", (_case, file, principal, namespace, allowed) => {
    expect(verdicts(`${file}\n`, principal, namespace)).toEqual({ ours: allowed, theirs: allowed });
  });

  it("is skipped line by line where a key is of a kind that we never sign with", () => {
    using folder = new Folder();
    const file = folder.at("other");
    ask("ssh-keygen", ["-q", "-t", "ecdsa", "-N", "", "-f", file]);
    const other = ask("ssh-keygen", ["-y", "-f", file]).toString();
    const parsed = parseAllowedSigners(`SKS ${other}KTL ${keyText}\n`);
    expect(parsed?.map((signer) => signer.principals)).toEqual([["KTL"]]);
  });

  it("is refused whole when one line is not of the format", () => {
    for (const bad of [
      "KTL",
      `KTL ${keyText.slice(0, -1)}`,
      `KTL colour="blue" ${keyText}`,
      `KTL namespaces="" ${keyText}`,
    ]) {
      expect(parseAllowedSigners(`KTL ${keyText}\n${bad}\n`), bad).toBeNull();
    }
    expect(parseAllowedSigners("")).toEqual([]);
  });

  it("reads times as ssh-keygen writes them", () => {
    const [signer] =
      parseAllowedSigners(`KTL valid-after="20260102Z",valid-before="20260304050607Z" ${keyText}`) ?? [];
    expect(signer).toMatchObject({
      validAfter: "2026-01-02T00:00:00.000Z",
      validBefore: "2026-03-04T05:06:07.000Z",
    });
    expect(keysAllowed(signer ? [signer] : [], { principal: "KTL", namespace: NAMESPACE, at })).toEqual([]);
  });

  it("never gets a line in which a name would mean something else", () => {
    for (const name of ["", "K TL", "KTL,SKS", "*", '"KTL"', "KTL\nSKS", "!KTL", "#KTL"]) {
      expect(() => allowedSignersLine(name, key, NAMESPACE), name).toThrow(RangeError);
      expect(() => allowedSignersLine("KTL", key, name), name).toThrow(RangeError);
    }
  });
});
