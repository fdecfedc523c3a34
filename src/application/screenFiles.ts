import { readFile } from "node:fs/promises";
import { extname, isAbsolute, join, relative, resolve } from "node:path";

/** One file of the built screen, ready to be served. */
export interface ScreenFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly mediaType: string;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** The path under `folder` that a request's path names; null when it would lead outside. */
export function pathWithin(folder: string, requestPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(requestPath);
  } catch {
    return null;
  }
  if (decoded.includes("\0") || decoded.includes("\\")) return null;
  const path = resolve(folder, `.${decoded.startsWith("/") ? decoded : `/${decoded}`}`);
  const inside = relative(folder, path);
  if (inside.startsWith("..") || isAbsolute(inside)) return null;
  return inside === "" ? join(folder, "index.html") : path;
}

/**
 * Reads one file of the built screen.
 * @param folder the built screen, absolute
 * @param requestPath the path of the address, `/` for the page itself
 * @returns null for what is not there, of a kind that the screen has not, or outside of the folder
 */
export async function readScreenFile(folder: string, requestPath: string): Promise<ScreenFile | null> {
  const path = pathWithin(folder, requestPath);
  const mediaType = path && MEDIA_TYPES[extname(path)];
  if (!mediaType) return null;
  try {
    return { bytes: await readFile(path), mediaType };
  } catch {
    return null;
  }
}

/**
 * The headers that every answer to the screen carries, in a browser and in the desktop window alike.
 * @param connectTo what else than its own origin the page may connect to: its WebSocket's origin
 */
export function screenHeaders(connectTo: readonly string[] = []): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    // The reader of QR codes is WebAssembly; no text is ever evaluated as script.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    // The component kit writes its variables into a style element of its own.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...connectTo].join(" ")}`,
    // Documents are shown from memory by the browser's PDF viewer.
    "frame-src blob:",
    "object-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), display-capture=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
  };
}
