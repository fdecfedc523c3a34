import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dropDraft, readDraft, saveDraft } from "../../../lib/drafts.ts";
import { PhotoOf } from "../../../ui/PhotoOf.tsx";
import classes from "./Photo.module.css";
import { PhotoSlot } from "./PhotoSlot.tsx";

export interface DraftJpeg {
  readonly jpeg: Uint8Array | null;
  readonly set: (jpeg: Uint8Array | null) => void;
}

/** A photograph taken before its member is saved; it outlives a lock as the rest of the draft does. */
export function useDraftJpeg(key: string): DraftJpeg {
  const [jpeg, setJpeg] = useState(() => readDraft<Uint8Array>(key) ?? null);
  return {
    jpeg,
    set: (next) => {
      setJpeg(next);
      if (next === null) dropDraft(key);
      else saveDraft(key, next);
    },
  };
}

export function DraftPhoto({ photo, width }: { readonly photo: DraftJpeg; readonly width: number }) {
  const keep = async (jpeg: Uint8Array | null) => {
    photo.set(jpeg);
    return null;
  };
  return (
    <PhotoSlot
      has={photo.jpeg !== null}
      picture={
        photo.jpeg === null ? (
          <PhotoOf sha256={null} width={width} />
        ) : (
          <Picture jpeg={photo.jpeg} width={width} />
        )
      }
      onPhoto={keep}
    />
  );
}

function Picture({ jpeg, width }: { readonly jpeg: Uint8Array; readonly width: number }) {
  const { t } = useTranslation("common");
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return (
    url && (
      <img
        src={url}
        alt={t("photo")}
        width={width}
        height={Math.round((width * 45) / 35)}
        className={classes.draft}
      />
    )
  );
}
