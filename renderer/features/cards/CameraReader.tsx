import { Loader, Stack, Text } from "@mantine/core";
import { type RefObject, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../ui/RefusalNotice.tsx";
import { useCamera } from "../../ui/useCamera.ts";
import classes from "./CardsPage.module.css";
import { readQr } from "./readQr.ts";

const EVERY_MS = 250;

function frameOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  if (video.videoWidth === 0) return null;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

/** Looks at the camera's picture a few times a second until a QR code is in it. */
function useQrWatch(
  video: RefObject<HTMLVideoElement | null>,
  running: boolean,
  onText: (text: string) => void,
) {
  useEffect(() => {
    if (!running) return;
    const canvas = document.createElement("canvas");
    let busy = false;
    let left = false;
    const timer = setInterval(async () => {
      const picture = busy || !video.current ? null : frameOf(video.current, canvas);
      if (picture === null) return;
      busy = true;
      const text = await readQr(picture);
      busy = false;
      if (text === null || left) return;
      left = true;
      clearInterval(timer);
      onText(text);
    }, EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [video, running, onText]);
}

interface CameraReaderProps {
  readonly onText: (text: string) => void;
}

/** Reads a card's QR code with the webcam. */
export function CameraReader({ onText }: CameraReaderProps) {
  const { t } = useTranslation("cards");
  const camera = useCamera("environment");
  useQrWatch(camera.video, camera.state === "running", onText);
  if (camera.state === "missing") return <Notice>{t("check.noCamera")}</Notice>;
  if (camera.state === "refused") return <Notice>{t("check.cameraRefused")}</Notice>;
  return (
    <Stack gap="xs">
      {camera.state === "starting" && <Loader size="sm" aria-label={t("check.cameraStarting")} />}
      <video ref={camera.video} className={classes.camera} autoPlay muted playsInline />
      <Text size="sm" c="dimmed">
        {t("check.cameraHint")}
      </Text>
    </Stack>
  );
}
