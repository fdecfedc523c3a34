import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  clampCrop,
  cropRectangle,
  encodings,
  firstCrop,
  MAX_ZOOM,
  moveCrop,
  zoomCrop,
} from "../../renderer/features/membership/photo/cropGeometry.ts";

const FRAME = { width: 252, height: 324 };
const side = fc.integer({ min: 20, max: 6000 });
const picture = fc.record({ width: side, height: side });
const number = fc.double({ min: -1e5, max: 1e5, noNaN: true });

describe("the frame of a photograph", () => {
  test("never shows what lies outside of the picture, however it is moved and zoomed", () => {
    fc.assert(
      fc.property(
        picture,
        number,
        number,
        fc.double({ min: 0, max: 20, noNaN: true }),
        (size, dx, dy, zoom) => {
          const crop = moveCrop(zoomCrop(firstCrop(size, FRAME), zoom, size, FRAME), dx, dy, size, FRAME);
          const shown = cropRectangle(crop, size, FRAME);
          const rounding = 1e-6 * Math.max(size.width, size.height);
          expect(shown.left).toBeGreaterThanOrEqual(-rounding);
          expect(shown.top).toBeGreaterThanOrEqual(-rounding);
          expect(shown.left + shown.width).toBeLessThanOrEqual(size.width + rounding);
          expect(shown.top + shown.height).toBeLessThanOrEqual(size.height + rounding);
        },
      ),
    );
  });

  test("always cuts 35 by 45", () => {
    fc.assert(
      fc.property(picture, number, number, (size, x, y) => {
        const shown = cropRectangle(clampCrop({ zoom: 2, x, y }, size, FRAME), size, FRAME);
        expect(shown.width / shown.height).toBeCloseTo(35 / 45, 6);
      }),
    );
  });

  test("pulling the picture to the right shows more of its left", () => {
    const size = { width: 1280, height: 960 };
    const before = firstCrop(size, FRAME);
    expect(moveCrop(before, 10, 0, size, FRAME).x).toBeLessThan(before.x);
  });

  test("zoom stays between just covering and five times", () => {
    const size = { width: 800, height: 800 };
    expect(zoomCrop(firstCrop(size, FRAME), 0.1, size, FRAME).zoom).toBe(1);
    expect(zoomCrop(firstCrop(size, FRAME), 99, size, FRAME).zoom).toBe(MAX_ZOOM);
  });

  test("every size that is tried has the exact proportion, the first at 300 dpi", () => {
    const tried = [...encodings()];
    expect(tried[0]).toMatchObject({ width: 413, height: 531 });
    for (const { width, height } of tried) expect(width * 9).toBe(height * 7);
  });
});
