import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddPhoto } from "../../../ui/AddPhoto.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PhotoStrip, Thumb } from "../../../ui/PhotoStrip.tsx";
import classes from "./Claims.module.css";
import type { ClaimPhotos } from "./useClaimPhotos.ts";

/** Photographs of the receipts before the claim is saved. */
export function PhotosField({ photos }: { readonly photos: ClaimPhotos }) {
  const { t } = useTranslation("claims");
  return (
    <Panel
      title={t("photos.title")}
      text={t("photos.text")}
      action={
        <AddPhoto
          onPhoto={async (jpeg) => {
            photos.add(jpeg);
            return null;
          }}
        />
      }
    >
      {photos.jpegs.length > 0 && (
        <PhotoStrip>
          {photos.jpegs.map((jpeg, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be there twice, and has no name
            <li key={at} className={classes.photo}>
              <Thumb jpeg={jpeg} alt={t("photos.one", { place: at + 1 })} />
              <ActionIcon
                variant="default"
                size="sm"
                className={classes.photoRemove ?? ""}
                aria-label={t("photos.remove", { place: at + 1 })}
                onClick={() => photos.remove(at)}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </PhotoStrip>
      )}
    </Panel>
  );
}
