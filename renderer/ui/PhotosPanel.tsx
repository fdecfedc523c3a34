import { Loader, Text } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import { useState } from "react";
import { useAsk, useTell } from "../lib/calls.ts";
import { usePreferences } from "../lib/preferences.ts";
import { AddPhoto } from "./AddPhoto.tsx";
import { Dialog } from "./Dialog.tsx";
import { JpegImage } from "./JpegImage.tsx";
import { Panel } from "./Panel.tsx";
import { PhotoStrip, Thumb } from "./PhotoStrip.tsx";
import classes from "./PhotosPanel.module.css";

interface Adding {
  readonly by: "cashbook.addPhoto" | "insurance.addClaimPhoto" | "rental.addPremisesPhoto";
  /** Of what the photographs are of. */
  readonly id: string;
  readonly mayAdd: boolean;
  /** As many as the service takes; no end when left out. */
  readonly most?: number;
  readonly title?: string;
  readonly label?: string;
}

interface Showing {
  readonly by: "cashbook.readPhoto" | "insurance.readClaimPhoto" | "rental.readPremisesPhoto";
  /** The name of the photograph at a place, counted from 1. */
  readonly one: (place: number) => string;
  readonly open: (place: number) => string;
  /** Hidden while the screen is discreet: a paper names people. */
  readonly personal?: boolean;
  /** Larger, for papers that are read. */
  readonly papers?: boolean;
}

interface PhotosPanelProps {
  readonly title: string;
  readonly text: string;
  /** Where there are no photographs. */
  readonly none: string;
  /** Their digests. */
  readonly photos: readonly string[];
  readonly adding: Adding;
  readonly showing: Showing;
}

/** The photographs that are kept of something, each as large as one likes. */
export function PhotosPanel({ title, text, none, photos, adding, showing }: PhotosPanelProps) {
  const canAdd = adding.mayAdd && photos.length < (adding.most ?? Number.POSITIVE_INFINITY);
  return (
    <Panel title={title} text={text} action={canAdd ? <Add {...adding} /> : undefined}>
      {photos.length === 0 && <Text c="dimmed">{none}</Text>}
      <PhotoStrip>
        {photos.map((sha256, index) => (
          <li key={sha256} className={showing.papers ? classes.papers : undefined}>
            <Photo sha256={sha256} place={index + 1} {...showing} />
          </li>
        ))}
      </PhotoStrip>
    </Panel>
  );
}

function Add({ by, id, title, label }: Adding) {
  const { tell } = useTell(by);
  const add = async (jpeg: Uint8Array) => {
    const result = await tell({ id, jpeg });
    return result.ok ? null : result.refusal;
  };
  return <AddPhoto onPhoto={add} {...(title ? { title } : {})} {...(label ? { label } : {})} />;
}

interface PhotoProps extends Showing {
  readonly sha256: string;
  readonly place: number;
}

function Photo({ sha256, place, by, one, open, personal = false, papers = false }: PhotoProps) {
  const { discreet } = usePreferences();
  const isHidden = personal && discreet;
  const [opened, setOpened] = useState(false);
  const { data } = useAsk(by, { sha256 }, { immutable: true, enabled: !isHidden });
  const title = one(place);
  if (isHidden) return <IconPhotoOff size={48} stroke={1.2} role="img" aria-label={title} />;
  if (!data) return <Loader size="sm" aria-label={title} />;
  return (
    <>
      <button
        type="button"
        className={classes.photoButton}
        aria-label={open(place)}
        onClick={() => setOpened(true)}
      >
        <Thumb jpeg={data.jpeg} alt="" />
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={title} size="80%">
        <JpegImage
          jpeg={data.jpeg}
          alt={title}
          className={`${classes.whole} ${papers ? classes.wholePaper : ""}`}
        />
      </Dialog>
    </>
  );
}
