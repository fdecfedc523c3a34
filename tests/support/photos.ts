/**
 * A picture of these pixels as far as JPEG's headers go (ITU T.81): start, frame header, an empty scan, end.
 * @param padding bytes of comment, to make it heavier or different
 */
export function makeJpeg(width: number, height: number, padding = 0, fill = 0x20): Uint8Array {
  const word = (value: number) => [value >> 8, value & 0xff];
  const comments: number[] = [];
  for (let left = padding; left > 0; left -= 60_000) {
    const length = Math.min(left, 60_000);
    comments.push(0xff, 0xfe, ...word(length + 2), ...new Array<number>(length).fill(fill));
  }
  const frame = [0xff, 0xc0, ...word(11), 8, ...word(height), ...word(width), 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, ...word(8), 1, 1, 0, 0, 63, 0, 0];
  return Uint8Array.from([0xff, 0xd8, ...comments, ...frame, ...scan, 0xff, 0xd9]);
}
