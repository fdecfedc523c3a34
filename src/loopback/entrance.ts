import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** What a request shows at the door; header values as they came. */
export interface RequestAtDoor {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly cookie: string | undefined;
}

/** Who may talk to the loopback host: this address, this origin, and a browser that was let in. */
export interface Entrance {
  /** `127.0.0.1:43210` */
  readonly host: string;
  readonly cookieName: string;
  /** A one-time token that opens one browser. */
  issueToken(): string;
  /** The `Set-Cookie` value for a token never used before; null when it is wrong or spent. */
  admit(token: string): string | null;
  /** True when the request was addressed to this host by name and port, and by no other page. */
  isAddressedHere(request: RequestAtDoor): boolean;
  /** True when the browser holds the cookie that `admit` gave. */
  isKnown(request: RequestAtDoor): boolean;
}

function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function readCookie(header: string | undefined, name: string): string {
  for (const part of (header ?? "").split(";")) {
    const [key, value] = part.trim().split("=");
    if (key === name) return value ?? "";
  }
  return "";
}

/**
 * The door of one running host.
 * @param origin `http://127.0.0.1:43210`. Any other `Host` is refused, so that a page whose name was
 *   made to resolve to this machine (DNS rebinding) reaches nothing.
 */
export function makeEntrance(origin: string): Entrance {
  const { host, port } = new URL(origin);
  // Cookies do not know ports: the name keeps two offices on one machine apart.
  const cookieName = `danaya-${port}`;
  const secret = randomBytes(32).toString("base64url");
  const unused = new Set<string>();

  return {
    host,
    cookieName,
    issueToken() {
      const token = randomBytes(32).toString("base64url");
      unused.add(token);
      return token;
    },
    admit(token) {
      const match = [...unused].find((candidate) => same(candidate, token));
      if (!match) return null;
      unused.delete(match);
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isAddressedHere(request) {
      const fromElsewhere =
        request.fetchSite !== undefined &&
        request.fetchSite !== "same-origin" &&
        request.fetchSite !== "none";
      return request.host === host && (request.origin ?? origin) === origin && !fromElsewhere;
    },
    isKnown: (request) => same(readCookie(request.cookie, cookieName), secret),
  };
}
