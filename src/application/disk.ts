/** What the command line needs of the disk; it reaches the services through this room alone. */
export { refusalOfDisk } from "../services/office/diskRefusals.ts";
export { writeWhole } from "../services/office/officeFiles.ts";
export { verifyBundle } from "../services/sync/verifying.ts";
