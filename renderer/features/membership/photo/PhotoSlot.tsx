import { Button, Stack } from "@mantine/core";
import { IconCamera, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { PhotoDialog } from "./PhotoDialog.tsx";

interface PhotoSlotProps {
  readonly has: boolean;
  readonly picture: ReactNode;
  /** Returns a sentence when it was refused. */
  readonly onPhoto: (jpeg: Uint8Array | null) => Promise<string | null>;
}

/** A photograph with the buttons to make, change or take it away. */
export function PhotoSlot({ has, picture, onPhoto }: PhotoSlotProps) {
  const { t } = useTranslation("membership");
  const [opened, setOpened] = useState(false);
  return (
    <Stack align="center" gap="xs">
      {picture}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCamera size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t(has ? "photo.change" : "photo.add")}
      </Button>
      {has && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => void onPhoto(null)}
        >
          {t("photo.remove")}
        </Button>
      )}
      <PhotoDialog opened={opened} onClose={() => setOpened(false)} onPhoto={onPhoto} />
    </Stack>
  );
}
