import { Loader, Text } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { usePreferences } from "../../../lib/preferences.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { AddPhoto } from "./AddPhoto.tsx";
import classes from "./Claims.module.css";
import { JpegImage } from "./JpegImage.tsx";

interface PhotosPanelProps {
  readonly file: ClaimFile;
  /** Until the claim is decided, by whoever enters claims in its office. */
  readonly mayAdd: boolean;
}

/** The photographs of the receipts, each as large as one likes. */
export function PhotosPanel({ file: { claim, photos }, mayAdd }: PhotosPanelProps) {
  const { t } = useTranslation("claims");
  const addPhoto = useTell("insurance.addClaimPhoto");
  const add = async (jpeg: Uint8Array) => {
    const result = await addPhoto.tell({ id: claim.id, jpeg });
    return result.ok ? null : result.refusal;
  };
  return (
    <Panel
      title={t("photos.title")}
      text={t("photos.text")}
      action={mayAdd ? <AddPhoto onPhoto={add} /> : undefined}
    >
      {photos.length === 0 && <Text c="dimmed">{t("photos.none")}</Text>}
      <ul className={classes.photos}>
        {photos.map((sha256, index) => (
          <li key={sha256}>
            <Photo sha256={sha256} place={index + 1} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Hidden while the screen is discreet: a receipt names her. */
function Photo({ sha256, place }: { readonly sha256: string; readonly place: number }) {
  const { t } = useTranslation("claims");
  const { discreet } = usePreferences();
  const [opened, setOpened] = useState(false);
  const { data } = useAsk("insurance.readClaimPhoto", { sha256 }, { immutable: true, enabled: !discreet });
  const title = t("photos.one", { place });
  if (discreet) return <IconPhotoOff size={48} stroke={1.2} role="img" aria-label={title} />;
  if (!data) return <Loader size="sm" aria-label={title} />;
  return (
    <>
      <button
        type="button"
        className={classes.photoButton}
        aria-label={t("photos.open", { place })}
        onClick={() => setOpened(true)}
      >
        <JpegImage jpeg={data.jpeg} alt="" className={classes.thumb ?? ""} />
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={title} size="80%">
        <JpegImage jpeg={data.jpeg} alt={title} className={classes.whole ?? ""} />
      </Dialog>
    </>
  );
}
