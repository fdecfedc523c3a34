import { type Crop, cropRectangle, encodings, type Size } from "./cropGeometry.ts";

/** A card's photograph stays below this many bytes. */
export const MAX_PHOTO_BYTES = 60_000;

function toJpeg(canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}

function draw(
  picture: ImageBitmap,
  from: ReturnType<typeof cropRectangle>,
  to: Size,
): HTMLCanvasElement | null {
  const canvas = document.createElement("canvas");
  canvas.width = to.width;
  canvas.height = to.height;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, to.width, to.height);
  context.drawImage(picture, from.left, from.top, from.width, from.height, 0, 0, to.width, to.height);
  return canvas;
}

/**
 * The cropped picture as a JPEG of 35×45 proportion below `MAX_PHOTO_BYTES`, 413×531 pixels (300 dpi) where that
 * fits, smaller where it does not. Drawing it anew leaves the camera's place and time behind.
 * @returns null when this browser cannot make a JPEG of it
 */
export async function encodePhoto(picture: ImageBitmap, crop: Crop, frame: Size): Promise<Uint8Array | null> {
  const from = cropRectangle(crop, picture, frame);
  for (const attempt of encodings()) {
    const canvas = draw(picture, from, attempt);
    const blob = canvas === null ? null : await toJpeg(canvas, attempt.quality);
    if (blob === null) return null;
    if (blob.size <= MAX_PHOTO_BYTES) return new Uint8Array(await blob.arrayBuffer());
  }
  return null;
}
