/** What the office takes: a receipt must stay legible. */
const MAX_BYTES = 300 * 1024;

export interface Attempt {
  readonly width: number;
  readonly height: number;
  readonly quality: number;
}

const LONGEST_SIDES = [1600, 1400, 1200, 1000, 800];
const QUALITIES = [0.8, 0.65, 0.5];

/** Sizes to try for a picture, the most legible first; none is larger than the picture. */
export function attemptsFor(picture: { readonly width: number; readonly height: number }): Attempt[] {
  const longest = Math.max(picture.width, picture.height);
  const sides = [...new Set(LONGEST_SIDES.map((side) => Math.min(side, longest)))];
  return sides.flatMap((side) =>
    QUALITIES.map((quality) => ({
      width: Math.max(1, Math.round((picture.width * side) / longest)),
      height: Math.max(1, Math.round((picture.height * side) / longest)),
      quality,
    })),
  );
}

async function encode(picture: ImageBitmap, { width, height, quality }: Attempt): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}

/**
 * A receipt's photograph, small enough to be kept. Drawing it anew leaves the camera's place and time behind.
 * @returns null when this browser cannot make such a JPEG of it
 */
export async function encodeReceipt(picture: ImageBitmap): Promise<Uint8Array | null> {
  for (const attempt of attemptsFor(picture)) {
    const blob = await encode(picture, attempt);
    if (blob === null) return null;
    if (blob.size <= MAX_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}

/** A file of pictures, read; null when it is none. */
export async function readPicture(bytes: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(bytes)]));
  } catch {
    return null;
  }
}
