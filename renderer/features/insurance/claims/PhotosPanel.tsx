import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { PhotosPanel as Photos } from "../../../ui/PhotosPanel.tsx";

interface PhotosPanelProps {
  readonly file: ClaimFile;
  /** Until the claim is decided, by whoever enters claims in its office. */
  readonly mayAdd: boolean;
}

/** The photographs of the receipts; a receipt names her. */
export function PhotosPanel({ file: { claim, photos }, mayAdd }: PhotosPanelProps) {
  const { t } = useTranslation("claims");
  return (
    <Photos
      title={t("photos.title")}
      text={t("photos.text")}
      none={t("photos.none")}
      photos={photos}
      adding={{ by: "insurance.addClaimPhoto", id: claim.id, mayAdd }}
      showing={{
        by: "insurance.readClaimPhoto",
        one: (place) => t("photos.one", { place }),
        open: (place) => t("photos.open", { place }),
        personal: true,
      }}
    />
  );
}
