import { IconUser } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "../lib/calls.ts";
import { usePreferences } from "../lib/preferences.ts";
import classes from "./PhotoOf.module.css";

interface PhotoOfProps {
  readonly sha256: string | null;
  /** Width in pixels; the height follows from 35:45. */
  readonly width: number;
}

/** A member's photograph by its digest; a blank when there is none or the screen is discreet. */
export function PhotoOf({ sha256, width }: PhotoOfProps) {
  const { t } = useTranslation("common");
  const { discreet } = usePreferences();
  const shown = sha256 !== null && !discreet;
  const { data } = useAsk(
    "membership.readPhoto",
    { sha256: sha256 ?? "" },
    { enabled: shown, immutable: true },
  );
  const url = useImageUrl(shown ? data?.jpeg : undefined);
  const size = { width, height: Math.round((width * 45) / 35) };
  if (url) return <img src={url} alt={t("photo")} className={classes.photo} style={size} />;
  return (
    <div role="img" aria-label={t("noPhoto")} className={`${classes.photo} ${classes.blank}`} style={size}>
      <IconUser size={Math.round(width * 0.5)} stroke={1.2} aria-hidden />
    </div>
  );
}

function useImageUrl(jpeg: Uint8Array | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!jpeg) return setUrl(null);
    const made = URL.createObjectURL(new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [jpeg]);
  return url;
}
