import { Group, Slider, Stack, Text } from "@mantine/core";
import { IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Crop, MAX_ZOOM, moveCrop, placement, type Size, zoomCrop } from "./cropGeometry.ts";
import classes from "./Photo.module.css";

/** The frame on screen: 35 by 45. */
export const FRAME: Size = { width: 252, height: 324 };
const KEY_STEP = 8;
const ZOOM_STEP = 0.1;

export interface CropperProps {
  readonly picture: ImageBitmap;
  readonly crop: Crop;
  readonly onChange: (crop: Crop) => void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [KEY_STEP, 0],
  ArrowRight: [-KEY_STEP, 0],
  ArrowUp: [0, KEY_STEP],
  ArrowDown: [0, -KEY_STEP],
};

/** The crop after a key, or null when the key is not for us. */
function cropByKey(key: string, crop: Crop, picture: Size): Crop | null {
  const arrow = ARROWS[key];
  if (arrow) return moveCrop(crop, arrow[0], arrow[1], picture, FRAME);
  if (key === "+" || key === "=") return zoomCrop(crop, crop.zoom + ZOOM_STEP, picture, FRAME);
  if (key === "-") return zoomCrop(crop, crop.zoom - ZOOM_STEP, picture, FRAME);
  return null;
}

function usePainted(picture: ImageBitmap, crop: Crop) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (!context) return;
    const at = placement(crop, picture, FRAME);
    context.clearRect(0, 0, FRAME.width, FRAME.height);
    context.drawImage(picture, at.left, at.top, at.width, at.height);
  }, [picture, crop]);
  return canvas;
}

/** The picture behind a frame of 35×45, moved by dragging or arrows, zoomed by the wheel, the slider or + and −. */
export function Cropper({ picture, crop, onChange }: CropperProps) {
  const { t } = useTranslation("membership");
  const canvas = usePainted(picture, crop);
  const zoom = (value: number) => onChange(zoomCrop(crop, value, picture, FRAME));
  return (
    <Group justify="center" align="center" gap="xl">
      <div className={classes.frame}>
        <canvas
          ref={canvas}
          width={FRAME.width}
          height={FRAME.height}
          aria-label={t("photo.frame")}
          tabIndex={0}
          onKeyDown={(event) => {
            const next = cropByKey(event.key, crop, picture);
            if (next === null) return;
            event.preventDefault();
            onChange(next);
          }}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            onChange(moveCrop(crop, event.movementX, event.movementY, picture, FRAME));
          }}
          onWheel={(event) => zoom(crop.zoom - Math.sign(event.deltaY) * ZOOM_STEP)}
        />
      </div>
      <Stack w={220} gap="xs">
        <Text size="sm">{t("photo.frameHint")}</Text>
        <Group gap="xs" wrap="nowrap">
          <IconZoomOut size={18} aria-hidden />
          <Slider
            flex={1}
            thumbLabel={t("photo.zoom")}
            min={1}
            max={MAX_ZOOM}
            step={0.05}
            label={null}
            value={crop.zoom}
            onChange={zoom}
          />
          <IconZoomIn size={18} aria-hidden />
        </Group>
        <Text size="xs" c="dimmed">
          {t("photo.keysHint")}
        </Text>
      </Stack>
    </Group>
  );
}
