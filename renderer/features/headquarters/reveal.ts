/**
 * For `ref`: what took the place of a form is shown from its beginning and has the keyboard, whose button is gone.
 * The element needs `tabIndex={-1}`.
 */
export function reveal(shown: HTMLElement | null): void {
  shown?.scrollIntoView({ block: "start" });
  shown?.focus({ preventScroll: true });
}

/** For `ref`: what appeared below comes into view, and the keyboard stays where it is. */
export function bringIntoView(shown: HTMLElement | null): void {
  shown?.closest("section")?.scrollIntoView({ block: "nearest" });
}
