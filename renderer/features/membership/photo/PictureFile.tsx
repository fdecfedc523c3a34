import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FilePick, type PickedFile } from "../../../ui/FilePick.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";

/** A picture from a file; turned upright as the camera meant it. */
export function PictureFile({ onPicture }: { readonly onPicture: (picture: ImageBitmap) => void }) {
  const { t } = useTranslation("membership");
  const [unreadable, setUnreadable] = useState(false);
  const open = async (file: PickedFile) => {
    try {
      onPicture(
        await createImageBitmap(new Blob([new Uint8Array(file.bytes)]), { imageOrientation: "from-image" }),
      );
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <Stack>
      {unreadable && <Notice>{t("photo.notAPicture")}</Notice>}
      <FilePick accept="image/*" maxBytes={40_000_000} onPick={open} />
      <Text size="sm" c="dimmed">
        {t("photo.fileHint")}
      </Text>
    </Stack>
  );
}
