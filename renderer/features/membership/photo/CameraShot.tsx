import { Button, Group, Loader, Stack } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { useCamera } from "../../../ui/useCamera.ts";
import classes from "./Photo.module.css";

/** A picture from the webcam. Without one it says so and what else can be done. */
export function CameraShot({ onPicture }: { readonly onPicture: (picture: ImageBitmap) => void }) {
  const { t } = useTranslation("membership");
  const camera = useCamera();
  const shoot = async () => {
    if (camera.video.current) onPicture(await createImageBitmap(camera.video.current));
  };
  if (camera.state === "missing") return <Notice>{t("photo.noCamera")}</Notice>;
  if (camera.state === "refused") return <Notice>{t("photo.cameraRefused")}</Notice>;
  return (
    <Stack align="center">
      {camera.state === "starting" && <Loader aria-label={t("photo.cameraStarting")} />}
      <video ref={camera.video} className={classes.camera} autoPlay muted playsInline />
      <Group>
        <Button leftSection={<IconCamera size={18} />} onClick={shoot} disabled={camera.state !== "running"}>
          {t("photo.shoot")}
        </Button>
      </Group>
    </Stack>
  );
}
