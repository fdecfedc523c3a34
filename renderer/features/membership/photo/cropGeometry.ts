/** The part of a picture that becomes a 35×45 photograph. All numbers are pixels of the picture or of the frame. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where the picture stands behind the frame: `zoom` 1 just covers it, `x` and `y` are the picture's point (in
 * pixels of the picture) that lies at the middle of the frame.
 */
export interface Crop {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** Proportion of an identity photograph, 35 by 45 millimetres, as whole numbers. */
export const PHOTO_UNITS: Size = { width: 7, height: 9 };
export const MAX_ZOOM = 5;

/** Frame pixels per picture pixel when the picture just covers the frame. */
export function coverScale(picture: Size, frame: Size): number {
  return Math.max(frame.width / picture.width, frame.height / picture.height);
}

function between(low: number, value: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The nearest crop that leaves no empty corner in the frame and no zoom beyond the limits. */
export function clampCrop(crop: Crop, picture: Size, frame: Size): Crop {
  const zoom = between(1, crop.zoom, MAX_ZOOM);
  const scale = coverScale(picture, frame) * zoom;
  const halfWidth = frame.width / scale / 2;
  const halfHeight = frame.height / scale / 2;
  return {
    zoom,
    x: between(halfWidth, crop.x, picture.width - halfWidth),
    y: between(halfHeight, crop.y, picture.height - halfHeight),
  };
}

/** The first proposal: the whole width or height; of a tall picture, a little above the middle, where faces are. */
export function firstCrop(picture: Size, frame: Size): Crop {
  return clampCrop({ zoom: 1, x: picture.width / 2, y: picture.height * 0.45 }, picture, frame);
}

/** The crop after the picture was pulled by `dx`, `dy` frame pixels. */
export function moveCrop(crop: Crop, dx: number, dy: number, picture: Size, frame: Size): Crop {
  const scale = coverScale(picture, frame) * crop.zoom;
  return clampCrop({ ...crop, x: crop.x - dx / scale, y: crop.y - dy / scale }, picture, frame);
}

export function zoomCrop(crop: Crop, zoom: number, picture: Size, frame: Size): Crop {
  return clampCrop({ ...crop, zoom }, picture, frame);
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where to draw the whole picture so that the frame shows the crop, in frame pixels. */
export function placement(crop: Crop, picture: Size, frame: Size): Placement {
  const scale = coverScale(picture, frame) * crop.zoom;
  return {
    left: frame.width / 2 - crop.x * scale,
    top: frame.height / 2 - crop.y * scale,
    width: picture.width * scale,
    height: picture.height * scale,
  };
}

/** The rectangle of the picture that the frame shows, in pixels of the picture. */
export function cropRectangle(crop: Crop, picture: Size, frame: Size): Placement {
  const scale = coverScale(picture, frame) * crop.zoom;
  const width = frame.width / scale;
  const height = frame.height / scale;
  return { left: crop.x - width / 2, top: crop.y - height / 2, width, height };
}

/** What to try in turn until the file is small enough: full size at falling quality, then smaller sizes. */
export function* encodings(): Generator<Size & { readonly quality: number }> {
  for (const unit of [59, 50, 42, 34, 26]) {
    for (const quality of [0.92, 0.85, 0.75, 0.65, 0.55]) {
      yield { width: unit * PHOTO_UNITS.width, height: unit * PHOTO_UNITS.height, quality };
    }
  }
}
