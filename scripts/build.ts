import { writeBuildDate } from "./buildDate.ts";
import { buildDesktop } from "./buildDesktop.ts";
import { buildScreen } from "./buildScreen.ts";

/* `npm run build`: the screen, the desktop's own part and the day of the build, into `dist/`. */
await buildScreen();
await buildDesktop();
writeBuildDate();
