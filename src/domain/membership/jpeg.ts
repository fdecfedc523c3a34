/** Start-of-frame markers (ITU T.81, table B.1), without DHT, JPG and DAC, which share their range. */
function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/**
 * Width and height of a JPEG in pixels, from its frame header.
 * @returns null when the bytes are no whole JPEG (start, frame and end of image)
 */
export function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  const at = (index: number) => bytes[index] ?? 0;
  const word = (index: number) => at(index) * 256 + at(index + 1);
  const hasEnds = word(0) === 0xffd8 && word(bytes.length - 2) === 0xffd9;
  if (bytes.length < 20 || !hasEnds) return null;
  let index = 2;
  while (index + 9 < bytes.length) {
    if (at(index) !== 0xff) return null;
    const marker = at(index + 1);
    if (isFrameMarker(marker)) {
      const size = { width: word(index + 7), height: word(index + 5) };
      return size.width > 0 && size.height > 0 ? size : null;
    }
    if (marker === 0xff) index += 1;
    else index += 2 + word(index + 2);
  }
  return null;
}
