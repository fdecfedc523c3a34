import classes from "./Wordmark.module.css";

/** The name with its lozenge. It tells nothing but the name. */
export function Wordmark({ size = "small" }: { readonly size?: "small" | "large" }) {
  return (
    <span className={`${classes.mark} ${size === "large" ? classes.large : ""}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinejoin="round">
          <path d="M16 3 29 16 16 29 3 16Z" />
          <path d="M16 10 22 16 16 22 10 16Z" />
        </g>
        <circle cx="16" cy="16" r="1.9" fill="#cf7433" />
      </svg>
      Danaya
    </span>
  );
}
