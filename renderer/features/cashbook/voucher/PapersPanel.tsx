import { useTranslation } from "react-i18next";
import type { VoucherFile } from "../../../../src/contract/cashbookTerms.ts";
import { PhotosPanel } from "../../../ui/PhotosPanel.tsx";

interface PapersPanelProps {
  readonly file: VoucherFile;
  readonly mayAdd: boolean;
}

/** As many as the service takes. */
const MOST_PHOTOS = 4;

/** Photographs of the papers; they stay in the office. */
export function PapersPanel({ file: { voucher, photos }, mayAdd }: PapersPanelProps) {
  const { t } = useTranslation("cashbook");
  return (
    <PhotosPanel
      title={t("papers.title")}
      text={t("papers.text")}
      none={t("papers.none")}
      photos={photos}
      adding={{
        by: "cashbook.addPhoto",
        id: voucher.id,
        mayAdd,
        most: MOST_PHOTOS,
        title: t("papers.add"),
        label: t("papers.photo"),
      }}
      showing={{
        by: "cashbook.readPhoto",
        one: (place) => t("papers.one", { place }),
        open: (place) => t("papers.open", { place }),
        personal: true,
        papers: true,
      }}
    />
  );
}
