import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jpegSize } from "../../../src/domain/membership/jpeg.ts";
import { makeJpeg } from "../../support/photos.ts";

describe("a JPEG", () => {
  test("tells its width and height, past comments of any length", () => {
    expect(jpegSize(makeJpeg(350, 450))).toEqual({ width: 350, height: 450 });
    expect(jpegSize(makeJpeg(350, 450, 61_000))).toEqual({ width: 350, height: 450 });
  });

  test("may have fill bytes before a marker", () => {
    const [start = 0xff, image = 0xd8, ...rest] = makeJpeg(35, 45);
    expect(jpegSize(Uint8Array.from([start, image, 0xff, 0xff, ...rest]))).toEqual({ width: 35, height: 45 });
  });

  test("of no width is none", () => {
    expect(jpegSize(makeJpeg(0, 45))).toBeNull();
  });

  test("that was cut off is none", () => {
    const whole = makeJpeg(350, 450);
    for (let length = 0; length < whole.length; length += 1) {
      expect(jpegSize(whole.slice(0, length))).toBeNull();
    }
  });

  test("is not seen in other bytes, and no bytes make the reader fail", () => {
    expect(jpegSize(new TextEncoder().encode("<svg onload=alert(1)>".repeat(10)))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 400 }), (bytes) => {
        const size = jpegSize(Uint8Array.from([0xff, 0xd8, ...bytes, 0xff, 0xd9]));
        expect(size === null || (size.width > 0 && size.height > 0)).toBe(true);
      }),
    );
  });
});
