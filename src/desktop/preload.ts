import { ipcRenderer } from "electron";
import { joinPage } from "./joinPage.ts";

joinPage(ipcRenderer, window);
