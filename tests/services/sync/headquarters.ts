import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { type Zippable, zipSync } from "fflate";
import { ask, Folder, run } from "../../crypto/stockTools.ts";

/*
 * Headquarters as a technician without this program plays it: ssh-keygen, age, gunzip, sha256sum, unzip, and
 * bundles put together by hand. Nothing here uses the product's own code.
 */

export const TIERS = ["identity", "finance", "health", "rights", "programme"] as const;
export type TierName = (typeof TIERS)[number];
const NOTHING = "0".repeat(64);

/** RFC 8785 for what manifests and journals hold: no floating point, no odd keys. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}

export function sha256(...parts: (Uint8Array | string)[]): string {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("hex");
}

/** The eight groups of digits that two people read to each other, from a line of a `.pub` file. */
export function spoken(publicLine: string): string {
  const blob = Buffer.from(publicLine.split(" ")[1] ?? "", "base64");
  const digest = createHash("sha512").update(blob).digest();
  return Array.from({ length: 8 }, (_, group) =>
    String(digest.readUIntBE(group * 5, 5) % 10_000).padStart(4, "0"),
  ).join(" ");
}

/** A stored ZIP archive of these entries, in this order. */
export function zipped(files: Zippable, level: 0 | 6 = 0): Uint8Array {
  return zipSync(files, { level, mtime: new Date("2026-11-23T12:00:00") });
}

/** An unpacked bundle: its folder, the manifest as parsed, and the entries in the archive's order. */
export interface Unpacked {
  readonly folder: Folder;
  readonly names: string[];
  readonly manifest: Record<string, unknown> & {
    readonly from: { readonly office: string; readonly key: string };
    readonly number: number;
    readonly range: { readonly first: number; readonly last: number };
    readonly chain: { readonly before: string; readonly after: string };
    readonly parts: readonly { name: string; tier: string; bytes: number; sha256: string }[];
  };
  [Symbol.dispose](): void;
}

const folders: Folder[] = [];

/** Takes away what headquarters wrote: keys and unpacked bundles. A test file's `afterAll` calls it. */
export function leaveNoFolders(): void {
  for (const folder of folders.splice(0)) folder[Symbol.dispose]();
}

/** A folder that goes when it is let go of, and at the latest by `leaveNoFolders`. */
function makeFolder(): Folder {
  const folder = new Folder();
  folders.push(folder);
  return folder;
}

export class Headquarters {
  readonly folder = makeFolder();
  readonly code: string;
  readonly publicLine: string;

  constructor(code = "BKO") {
    this.code = code;
    ask("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", code, "-f", this.folder.at("key")]);
    this.publicLine = readFileSync(this.folder.at("key.pub"), "utf8").split(" ").slice(0, 2).join(" ");
    for (const tier of [...TIERS, "recovery"]) ask("age-keygen", ["-o", this.folder.at(`${tier}.txt`)]);
  }

  get fingerprint(): string {
    return spoken(this.publicLine);
  }

  /** `SHA256:…` as ssh-keygen prints it. */
  get keyName(): string {
    return (
      ask("ssh-keygen", ["-lf", this.folder.at("key.pub")])
        .toString()
        .split(" ")[1] ?? ""
    );
  }

  recipient(tier: TierName | "recovery"): string {
    const line = readFileSync(this.folder.at(`${tier}.txt`), "utf8");
    return /public key: (age1\w+)/.exec(line)?.[1] ?? "";
  }

  /** The manifest of an invitation to `office`, as docs/bundles.md has it. */
  invitationManifest(office: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      format: "danaya-bundle/1",
      kind: "invitation",
      from: { office: this.code, key: this.keyName },
      to: { office },
      number: 0,
      epoch: 0,
      range: { first: 0, last: 0 },
      chain: { before: NOTHING, after: NOTHING },
      createdAt: "2026-11-20T10:00:00.000Z",
      schema: 10,
      app: "by hand",
      parts: [],
      keys: {
        signing: this.publicLine,
        recipients: Object.fromEntries(
          [...TIERS, "recovery" as const].map((tier) => [tier, this.recipient(tier)]),
        ),
      },
      ...changes,
    };
  }

  /** Signs as `ssh-keygen -Y sign` does. @returns the armored signature */
  sign(text: string | Uint8Array, namespace = "danaya-bundle"): string {
    return ask(
      "ssh-keygen",
      ["-q", "-Y", "sign", "-n", namespace, "-f", this.folder.at("key")],
      text,
    ).toString();
  }

  /** Any bundle signed by headquarters. `text` lets a test sign what is no canonical manifest. */
  bundle(manifest: Record<string, unknown>, parts: Zippable = {}, text = canonical(manifest)): Uint8Array {
    const bytes = Buffer.from(text);
    return zipped({
      "LISEZMOI.txt": Buffer.from("À ouvrir avec Danaya.\r\n"),
      "manifest.json": bytes,
      "manifest.json.sig": Buffer.from(this.sign(bytes)),
      ...parts,
    });
  }

  invite(office: string, changes: Record<string, unknown> = {}): Uint8Array {
    return this.bundle(this.invitationManifest(office, changes));
  }

  /** Unpacks with `unzip`, which also checks every entry's CRC. */
  unpack(bundle: Uint8Array): Unpacked {
    const folder = makeFolder();
    const path = folder.write("bundle.danaya", bundle);
    const target = folder.at("in");
    mkdirSync(target);
    ask("unzip", ["-q", path, "-d", target]);
    const names = ask("unzip", ["-Z1", path]).toString().trim().split("\n");
    const manifest = JSON.parse(readFileSync(folder.at("in/manifest.json"), "utf8"));
    return { folder, names, manifest, [Symbol.dispose]: () => folder[Symbol.dispose]() };
  }

  /** Whether `ssh-keygen -Y verify` takes the manifest's signature for `principal` by this allowed_signers text. */
  verifies(unpacked: Unpacked, principal: string, allowedSigners: string): boolean {
    const { folder } = unpacked;
    const signers = folder.write("allowed_signers", allowedSigners);
    const args = ["-Y", "verify", "-f", signers, "-I", principal, "-n", "danaya-bundle"];
    const manifest = readFileSync(folder.at("in/manifest.json"));
    return run("ssh-keygen", [...args, "-s", folder.at("in/manifest.json.sig")], manifest).status === 0;
  }

  /** The lines of a part: `age -d -i key part | gunzip`. @throws when the key is another tier's */
  open(unpacked: Unpacked, part: string, key: TierName): Record<string, unknown>[] {
    const args = ["-d", "-i", this.folder.at(`${key}.txt`), unpacked.folder.at(`in/${part}`)];
    const text = ask("gunzip", [], ask("age", args)).toString();
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  }

  /** Whether another key than the part's own opens it. */
  opens(unpacked: Unpacked, part: string, key: TierName | "recovery"): boolean {
    const args = [
      "-d",
      "-o",
      "/dev/null",
      "-i",
      this.folder.at(`${key}.txt`),
      unpacked.folder.at(`in/${part}`),
    ];
    return run("age", args).status === 0;
  }
}
