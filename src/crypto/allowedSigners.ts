import { parseSshPublicKey, sshPublicKey } from "./signing.ts";

/**
 * The `allowed_signers` file of `ssh-keygen -Y verify` (ssh-keygen(1), ALLOWED SIGNERS): who may sign with
 * which key, for what.
 */
export interface AllowedSigner {
  /** Names or patterns (`*`, `?`, `!` for "but not"); a bundle's principal is its office code. */
  readonly principals: string[];
  readonly publicKey: Uint8Array;
  /** Patterns of what the key may sign; null for anything. */
  readonly namespaces: string[] | null;
  /** UTC instants between which the key counts, where the line says so. */
  readonly validAfter: string | null;
  readonly validBefore: string | null;
}

/** One option: a bare word, or a word and a quoted value in which `\"` stands for a quote. */
const OPTION = /^([a-z-]+)(?:="((?:[^"\\]|\\.)*)")?(,|[ \t]+|$)/i;

/** `2026-11-24T08:15:00.000Z` as ssh-keygen writes it. */
function sshMoment(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:T]/g, "")}Z`;
}

/**
 * The line that lets one key sign for one principal and one namespace.
 * @param until UTC instant after which it signs no more; null for a key in use
 * @throws RangeError when a word holds what the format gives a meaning to (blanks, commas, quotes, patterns)
 */
export function allowedSignersLine(
  principal: string,
  publicKey: Uint8Array,
  namespace: string,
  until: string | null = null,
): string {
  for (const word of [principal, namespace]) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._@-]*$/.test(word)) throw new RangeError("not a plain word");
  }
  const end = until === null ? "" : `,valid-before="${sshMoment(until)}"`;
  return `${principal} namespaces="${namespace}"${end} ${sshPublicKey(publicKey)}`;
}

/**
 * Reads a whole file. Comments and blank lines are skipped, and so are lines that can never vouch for one of
 * our signatures: keys that are not Ed25519, and certificate authorities.
 * @returns null when a line is not of the format: a file of trust is believed whole or not at all
 */
export function parseAllowedSigners(text: string): AllowedSigner[] | null {
  const signers: AllowedSigner[] = [];
  for (const line of text.split(/\r?\n/)) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    const signer = parseLine(content);
    if (signer === null) return null;
    if (signer !== "irrelevant") signers.push(signer);
  }
  return signers;
}

/**
 * The keys that may sign as `principal` for `namespace` at the instant `at`.
 * @param at UTC instant (`2026-11-23T08:15:00.000Z`)
 */
export function keysAllowed(
  signers: readonly AllowedSigner[],
  asked: { readonly principal: string; readonly namespace: string; readonly at: string },
): Uint8Array[] {
  return signers
    .filter(
      (signer) =>
        matches(asked.principal, signer.principals) &&
        (signer.namespaces === null || matches(asked.namespace, signer.namespaces)) &&
        (signer.validAfter === null || asked.at >= signer.validAfter) &&
        (signer.validBefore === null || asked.at <= signer.validBefore),
    )
    .map((signer) => signer.publicKey);
}

function parseLine(line: string): AllowedSigner | "irrelevant" | null {
  const head = /^(?:"([^"]+)"|([^\s"]+))[ \t]+(.+)$/.exec(line);
  const principals = (head?.[1] ?? head?.[2] ?? "").split(",");
  let rest = head?.[3] ?? "";
  const options = new Map<string, string>();
  while (!isKeyKind(rest)) {
    const option = OPTION.exec(rest);
    const name = option?.[1]?.toLowerCase();
    if (!option || !name || options.has(name)) return null;
    options.set(name, (option[2] ?? "").replace(/\\"/g, '"'));
    rest = rest.slice(option[0].length);
    if (option[3] === "") return null;
  }
  if (principals.some((principal) => principal === "")) return null;
  const limits = limitsOf(options);
  if (!limits) return null;
  if (options.has("cert-authority") || !rest.startsWith("ssh-ed25519 ")) return "irrelevant";
  const publicKey = parseSshPublicKey(rest);
  return publicKey && { principals, publicKey, ...limits };
}

function isKeyKind(text: string): boolean {
  return /^(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+ +[A-Za-z0-9+/]/.test(text);
}

function limitsOf(
  options: ReadonlyMap<string, string>,
): Pick<AllowedSigner, "namespaces" | "validAfter" | "validBefore"> | null {
  const known = ["cert-authority", "namespaces", "valid-after", "valid-before"];
  if ([...options.keys()].some((name) => !known.includes(name))) return null;
  const after = options.get("valid-after");
  const before = options.get("valid-before");
  const validAfter = after === undefined ? null : instantOf(after);
  const validBefore = before === undefined ? null : instantOf(before);
  if ((after !== undefined && validAfter === null) || (before !== undefined && validBefore === null))
    return null;
  const namespaces = options.get("namespaces");
  if (namespaces === "") return null;
  return { namespaces: namespaces?.split(",") ?? null, validAfter, validBefore };
}

/** `YYYYMMDD[HHMM[SS]]`, in this machine's time zone unless it ends in Z. */
function instantOf(text: string): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour = "00", minute = "00", second = "00", zone = ""] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  // A day that is not in the calendar would roll over into the next month.
  const exact = new Date(`${local}Z`);
  if (Number.isNaN(exact.getTime()) || !exact.toISOString().startsWith(local)) return null;
  return new Date(local + zone).toISOString();
}

/** OpenSSH's pattern lists: one pattern must match, and none that begins with `!`. */
function matches(text: string, patterns: readonly string[]): boolean {
  const fits = (pattern: string) => {
    const source = pattern
      .replace(/[.+^${}()|[\]\\/-]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    return new RegExp(`^${source}$`, "s").test(text);
  };
  if (patterns.some((pattern) => pattern.startsWith("!") && fits(pattern.slice(1)))) return false;
  return patterns.some((pattern) => !pattern.startsWith("!") && fits(pattern));
}
