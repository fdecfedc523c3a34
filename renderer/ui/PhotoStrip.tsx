import type { ReactNode } from "react";
import { JpegImage } from "./JpegImage.tsx";
import classes from "./PhotoStrip.module.css";

/** Photographs side by side, each a list item. */
export function PhotoStrip({ children }: { readonly children: ReactNode }) {
  return <ul className={classes.photos}>{children}</ul>;
}

/** One of them, small. */
export function Thumb({ jpeg, alt }: { readonly jpeg: Uint8Array; readonly alt: string }) {
  return <JpegImage jpeg={jpeg} alt={alt} className={classes.thumb ?? ""} />;
}
