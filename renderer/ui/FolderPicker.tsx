import { IconArrowUp, IconDeviceUsb, IconFolder, IconHome, IconServer } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { FolderListing } from "../../src/contract/office.ts";
import { useAsk } from "../lib/calls.ts";
import { showBytes } from "../lib/format.ts";
import { useLanguage } from "../lib/refusals.ts";
import { Asked } from "./Asked.tsx";
import classes from "./FolderPicker.module.css";

interface FolderPickerProps {
  /** The chosen folder's path; null before a choice. */
  readonly value: string | null;
  readonly onChange: (path: string) => void;
}

/** A stick that is plugged in appears by itself. */
const LOOK_AGAIN_MS = 3000;

/** Folders of this machine, sticks first. One stick is taken at once; between several the person chooses. */
export function FolderPicker({ value, onChange }: FolderPickerProps) {
  const listing = useAsk(
    "office.listFolders",
    { path: value },
    { everyMs: LOOK_AGAIN_MS, keepPrevious: true },
  );
  const sticks = listing.data?.places.filter((place) => place.kind === "removable") ?? [];
  const onlyStick = sticks.length === 1 ? sticks[0]?.path : undefined;
  useEffect(() => {
    if (value === null && onlyStick !== undefined) onChange(onlyStick);
  }, [value, onlyStick, onChange]);
  return <Asked of={listing}>{(found) => <Listing found={found} value={value} onChange={onChange} />}</Asked>;
}

interface ListingProps extends FolderPickerProps {
  readonly found: FolderListing;
}

function Listing({ found, value, onChange }: ListingProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.box}>
      <Places found={found} value={value} onChange={onChange} />
      <div className={classes.folders}>
        {value !== null && found.parent !== null && (
          <button type="button" className={classes.item} onClick={() => onChange(found.parent ?? found.path)}>
            <IconArrowUp size={18} aria-hidden />
            {t("folder.up")}
          </button>
        )}
        {found.folders.map((folder) => (
          <button
            key={folder.path}
            type="button"
            className={classes.item}
            onClick={() => onChange(folder.path)}
          >
            <IconFolder size={18} aria-hidden />
            <span className={classes.words}>{folder.name}</span>
          </button>
        ))}
        {found.folders.length === 0 && <p className={classes.hint}>{t("folder.empty")}</p>}
      </div>
      <output className={classes.path}>
        {t("folder.here")} <strong>{value ?? "—"}</strong>
      </output>
    </div>
  );
}

/** `CLE-MARIAM`; where Windows tells the letter alone, `Clé USB (E:)`. */
function usePlaceName(): (place: FolderListing["places"][number]) => string {
  const { t } = useTranslation("common");
  return ({ kind, label }) => {
    if (label === "") return t(`folder.${kind}`);
    return /^[A-Z]:$/.test(label) ? `${t(`folder.${kind}`)} (${label})` : label;
  };
}

const PLACE_ICONS = { removable: IconDeviceUsb, home: IconHome, disk: IconServer };
const PLACE_ORDER = { removable: 0, home: 1, disk: 2 };

function Places({ found, value, onChange }: ListingProps) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const nameOf = usePlaceName();
  const places = found.places.toSorted((a, b) => PLACE_ORDER[a.kind] - PLACE_ORDER[b.kind]);
  return (
    <nav className={classes.places} aria-label={t("folder.places")}>
      {!places.some((place) => place.kind === "removable") && (
        <p className={classes.hint}>{t("folder.noStick")}</p>
      )}
      {places.map((place) => {
        const Drawing = PLACE_ICONS[place.kind];
        return (
          <button
            key={place.path}
            type="button"
            className={classes.item}
            aria-current={value === place.path}
            onClick={() => onChange(place.path)}
          >
            <Drawing size={20} stroke={1.6} aria-hidden />
            <span className={classes.words}>
              {nameOf(place)}
              {place.freeBytes !== null && (
                <span className={classes.small}>
                  {t("folder.free", { size: showBytes(place.freeBytes, language) })}
                </span>
              )}
            </span>
          </button>
        );
      })}
    </nav>
  );
}
