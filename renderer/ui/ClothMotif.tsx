import { useId } from "react";
import classes from "./ClothMotif.module.css";

/** Lozenges, zigzags and dots, as reserved in indigo on the region's cloth. For the eye only. */
export function ClothMotif() {
  const id = useId();
  return (
    <svg className={classes.motif} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="72" height="120" patternUnits="userSpaceOnUse">
          <g className={classes.thread}>
            <path d="M0 6h72M0 11h72" />
            <path d="M0 34 18 18 36 34 54 18 72 34M0 42 18 26 36 42 54 26 72 42" />
            <path d="M0 52h72" />
            <path d="M36 58 62 84 36 110 10 84Z" />
            <path d="M36 68 52 84 36 100 20 84Z" />
            <path d="M-26 84 0 58 26 84 0 110ZM46 84 72 58 98 84 72 110Z" strokeOpacity="0.45" />
            <path d="M0 116h72" />
          </g>
          <g className={classes.dot}>
            <circle cx="18" cy="40" r="1.8" />
            <circle cx="54" cy="40" r="1.8" />
            <circle cx="0" cy="84" r="3" />
            <circle cx="72" cy="84" r="3" />
          </g>
          <path className={classes.warm} d="M36 79 41 84 36 89 31 84Z" />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </svg>
  );
}
