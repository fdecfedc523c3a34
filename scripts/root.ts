import { fileURLToPath } from "node:url";

/** The project's folder, absolute. */
export const ROOT: string = fileURLToPath(new URL("../", import.meta.url));
