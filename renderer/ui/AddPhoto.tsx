import { Button, Group, Loader, Stack } from "@mantine/core";
import { IconCamera } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../src/contract/results.ts";
import { encodeReceipt, readPicture } from "../lib/paperPhoto.ts";
import classes from "./AddPhoto.module.css";
import { Dialog } from "./Dialog.tsx";
import { FilePick } from "./FilePick.tsx";
import { Notice, RefusalNotice } from "./RefusalNotice.tsx";
import { useCamera } from "./useCamera.ts";

interface AddPhotoProps {
  /** Keeps it; a refusal is shown in the dialog. */
  readonly onPhoto: (jpeg: Uint8Array) => Promise<Refusal | null>;
  /** The dialog's; a receipt's photograph when left out. */
  readonly title?: string;
  /** The button's, where "add" alone does not say what. */
  readonly label?: string;
}

/** A photograph of a paper or of a place, from the camera or from a file. */
export function AddPhoto({ onPhoto, title, label }: AddPhotoProps) {
  const { t } = useTranslation(["claims", "common"]);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        type="button"
        variant="default"
        leftSection={<IconCamera size={18} aria-hidden />}
        aria-label={label ?? t("photos.add")}
        style={{ flex: "none" }}
        onClick={() => setOpened(true)}
      >
        {label ?? t("common:add")}
      </Button>
      {opened && (
        <AddPhotoDialog
          onPhoto={onPhoto}
          title={title ?? t("photos.cameraTitle")}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}

interface AddPhotoDialogProps extends Pick<AddPhotoProps, "onPhoto"> {
  readonly title: string;
  readonly onClose: () => void;
}

function AddPhotoDialog({ onPhoto, title, onClose }: AddPhotoDialogProps) {
  const { t } = useTranslation("claims");
  const [shooting, setShooting] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const take = async (picture: ImageBitmap | null) => {
    const jpeg = picture === null ? null : await encodeReceipt(picture);
    setUnreadable(jpeg === null);
    if (jpeg === null) return;
    const refused = await onPhoto(jpeg);
    setRefusal(refused);
    if (refused === null) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <Stack>
        <RefusalNotice refusal={refusal} />
        {unreadable && <Notice>{t("photos.unreadable")}</Notice>}
        {shooting && <Camera onPicture={(picture) => void take(picture)} />}
        {!shooting && (
          <Button
            variant="default"
            leftSection={<IconCamera size={18} aria-hidden />}
            onClick={() => setShooting(true)}
          >
            {t("photos.camera")}
          </Button>
        )}
        <FilePick
          accept="image/jpeg,image/png,image/webp"
          label={t("photos.file")}
          onPick={({ bytes }) => void readPicture(bytes).then(take)}
        />
      </Stack>
    </Dialog>
  );
}

function Camera({ onPicture }: { readonly onPicture: (picture: ImageBitmap) => void }) {
  const { t } = useTranslation("claims");
  const camera = useCamera("environment");
  const shoot = async () => {
    if (camera.video.current) onPicture(await createImageBitmap(camera.video.current));
  };
  if (camera.state === "missing") return <Notice>{t("photos.noCamera")}</Notice>;
  if (camera.state === "refused") return <Notice>{t("photos.cameraRefused")}</Notice>;
  return (
    <Stack align="center">
      {camera.state === "starting" && <Loader aria-label={t("photos.starting")} />}
      <video ref={camera.video} className={classes.camera} autoPlay muted playsInline />
      <Group>
        <Button disabled={camera.state !== "running"} onClick={() => void shoot()}>
          {t("photos.shoot")}
        </Button>
      </Group>
    </Stack>
  );
}
