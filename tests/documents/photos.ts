import { createHash } from "node:crypto";
import type { PaperPhoto } from "../../src/documents/design/paper.ts";

/** A drawn portrait, 70 × 90 pixels. */
const PORTRAIT = Buffer.from(
  [
    "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA",
    "AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA",
    "ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA",
    "AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA",
    "AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA",
    "AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABIMDRAN",
    "CxIQDhAUExIVGywdGxgYGzYnKSAsQDlEQz85Pj1HUGZXR0thTT0+WXlaYWltcnNyRVV9hnxvhWZwcm7/2wBDARMUFBsXGzQd",
    "HTRuST5Jbm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm5ubm7/wAARCABaAEYDASIAAhEB",
    "AxEB/8QAGwABAAMBAQEBAAAAAAAAAAAAAAQFBgMCAQf/xAA1EAACAQMBBAYIBgMAAAAAAAAAAQIDBBEFBhIhQSIxUWFxkRMU",
    "IzJCYqHBNDVScrHRU4Hh/8QAGAEAAwEBAAAAAAAAAAAAAAAAAAEDAgT/xAAeEQACAgMBAQEBAAAAAAAAAAAAAQIRAxIxIUFR",
    "Yf/aAAwDAQACEQMRAD8A0gAJmwD42opttJLmyLU1O2g8b7k/lQm0ujUW+EsEBavb592p5L+ztRvres8RqJN8pcBKSf0bhJfC",
    "SADRkAAAAAADP315O5qtZxTT6K+5GJF/bO1r44bs8uPgRzjld+ndGq8AAMmiz0m8m6ioVHlNdFvl3FsVGj2zcvWHjd4qPfyZ",
    "bnVjvX048tbeAAFCYAAAZzaWT9dpRz1U8rzf9FZG4qLnnxLfaai96jWS4YcG/qvuUZOST6Vi6Xh29an2R8jxKtOfBy4dx4At",
    "Ub2bNNs5JvTmn8NRpeSLUr9DoujplPKw5tz8+r6FgURB9AAGIAAAOF5bRu7adGfxLg+x8mZC6tqtpWdOtHDXPk+9G2OF1G2n",
    "DduvR7vLfaE1Y1KjFk7S9One1k5JqjF9KXb3IuYWujqeYu3bXJ1c/TJY09zcXot3cXBbvULVrppz/D0kopJLCXBI+gGjAAAA",
    "DjdXVGzpOpXmox5dr8D1XrQt6E6tR4jBZZir+9qX9zKrU4LqjH9KKY8e7/hmUqJ19tBcXDcbf2NPtXvP/fIqpzlUk5Tk5SfW",
    "28s8g7YxUeEW2wdKNxWt5b1GpOm/leDmBgaDTto3lU75LH+SK/lGghONSCnCSlFrKaeUz8/LbQdTdpXVCq/Y1Hz+F9pz5MKq",
    "4m4y+M1gAOUqZ/am6ajStovG905fb7mdLXaT81f7IlUd2JVBEJdAAKCAAAAAAA2eiXTu9Npym8zh0JPw/wCYBB2U/C1/3r+A",
    "cGRVJotHh//Z",
  ].join(""),
  "base64",
);

/**
 * A JPEG photograph like no other: the same portrait with `seed` in a comment.
 * @param bytes its size, when it matters; up to some 60,000
 */
export function photograph(seed: string, bytes = 0): PaperPhoto {
  // A comment segment (ISO/IEC 10918-1, B.2.4.5) right after the start of the image.
  const comment = Buffer.alloc(Math.max(seed.length, bytes - PORTRAIT.length - 4));
  comment.write(seed, "latin1");
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  const jpeg = Buffer.concat([PORTRAIT.subarray(0, 2), head, comment, PORTRAIT.subarray(2)]);
  return { sha256: createHash("sha256").update(jpeg).digest("hex"), jpeg };
}
