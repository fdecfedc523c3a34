import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Panel } from "../../../ui/Panel.tsx";
import { AddPhoto } from "./AddPhoto.tsx";
import classes from "./Claims.module.css";
import { JpegImage } from "./JpegImage.tsx";
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
        <ul className={classes.photos}>
          {photos.jpegs.map((jpeg, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be there twice, and has no name
            <li key={at} className={classes.photo}>
              <JpegImage
                jpeg={jpeg}
                alt={t("photos.one", { place: at + 1 })}
                className={classes.thumb ?? ""}
              />
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
        </ul>
      )}
    </Panel>
  );
}
