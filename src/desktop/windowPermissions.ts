import { isOwnPage } from "./ownPage.ts";

/** A page's wish to use something of the machine. */
export interface PermissionWish {
  readonly permission: string;
  /** The address or origin of the page that asks. */
  readonly from: string;
  /** What a camera or microphone is wanted for, when that is the wish. */
  readonly media: readonly string[];
}

/**
 * Granted: the camera (photographs, QR codes) and writing to the clipboard, to the screen's own page.
 * Everything else, the microphone included, is refused.
 */
export function mayUse({ permission, from, media }: PermissionWish): boolean {
  if (!isOwnPage(from)) return false;
  if (permission === "clipboard-sanitized-write") return true;
  return permission === "media" && media.length > 0 && media.every((kind) => kind === "video");
}
