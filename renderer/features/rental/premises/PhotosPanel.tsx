import { useTranslation } from "react-i18next";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { PhotosPanel as Photos } from "../../../ui/PhotosPanel.tsx";

const MOST_PHOTOS = 6;

interface PhotosPanelProps {
  readonly premises: Premises;
  readonly mayAdd: boolean;
}

/** What the premises look like. */
export function PhotosPanel({ premises: { id, photos }, mayAdd }: PhotosPanelProps) {
  const { t } = useTranslation("rental");
  return (
    <Photos
      title={t("photos.title")}
      text={t("photos.text")}
      none={t("photos.none")}
      photos={photos}
      adding={{ by: "rental.addPremisesPhoto", id, mayAdd, most: MOST_PHOTOS, title: t("photos.take") }}
      showing={{
        by: "rental.readPremisesPhoto",
        one: (place) => t("photos.one", { place }),
        open: (place) => t("photos.open", { place }),
      }}
    />
  );
}
