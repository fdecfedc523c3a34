import { buildDesktop } from "./buildDesktop.ts";
import { buildScreen } from "./buildScreen.ts";

/* `npm run build`: the screen and the desktop's own part, into `dist/`. */
await buildScreen();
await buildDesktop();
