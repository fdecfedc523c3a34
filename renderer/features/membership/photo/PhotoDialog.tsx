import { Button, Group, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { CameraShot } from "./CameraShot.tsx";
import { Cropper, FRAME } from "./Cropper.tsx";
import { firstCrop } from "./cropGeometry.ts";
import { encodePhoto } from "./encodePhoto.ts";
import { PictureFile } from "./PictureFile.tsx";

export interface PhotoDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The finished JPEG. Returns a sentence when it was refused. */
  readonly onPhoto: (jpeg: Uint8Array) => Promise<string | null>;
}

/** A photograph for the card: from a file or the webcam, framed to 35×45 by hand or by keys. */
export function PhotoDialog({ opened, onClose, onPhoto }: PhotoDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("photo.title")} size="lg">
      {opened && <PhotoSteps onClose={onClose} onPhoto={onPhoto} />}
    </Dialog>
  );
}

function PhotoSteps({ onClose, onPhoto }: Omit<PhotoDialogProps, "opened">) {
  const { t } = useTranslation("membership");
  const [source, setSource] = useState<"file" | "camera">("file");
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  if (picture !== null) {
    return (
      <FramePicture picture={picture} onBack={() => setPicture(null)} onClose={onClose} onPhoto={onPhoto} />
    );
  }
  return (
    <Stack>
      <SegmentedControl
        aria-label={t("photo.source")}
        data={[
          { value: "file", label: t("photo.fromFile") },
          { value: "camera", label: t("photo.fromCamera") },
        ]}
        value={source}
        onChange={(value) => setSource(value === "camera" ? "camera" : "file")}
      />
      {source === "file" ? <PictureFile onPicture={setPicture} /> : <CameraShot onPicture={setPicture} />}
    </Stack>
  );
}

interface FramePictureProps {
  readonly picture: ImageBitmap;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onPhoto: PhotoDialogProps["onPhoto"];
}

function FramePicture({ picture, onBack, onClose, onPhoto }: FramePictureProps) {
  const { t } = useTranslation("membership");
  const [crop, setCrop] = useState(() => firstCrop(picture, FRAME));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    const jpeg = await encodePhoto(picture, crop, FRAME);
    const refused = jpeg === null ? t("photo.notEncoded") : await onPhoto(jpeg);
    setBusy(false);
    setProblem(refused);
    if (refused === null) onClose();
  };
  return (
    <Stack>
      {problem !== null && <Notice>{problem}</Notice>}
      <Cropper picture={picture} crop={crop} onChange={setCrop} />
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t("photo.another")}
        </Button>
        <Button onClick={keep} loading={busy}>
          {t("photo.keep")}
        </Button>
      </Group>
    </Stack>
  );
}
