import type { RouteObject } from "react-router";
import { Audit } from "./Audit.tsx";
import { MyPassphrase } from "./MyPassphrase.tsx";
import { Users } from "./Users.tsx";

/** Below `/settings`. The sign-in page stands outside of the routes: it is all that a locked office shows. */
export const settingsRoutes: RouteObject[] = [
  { path: "users", element: <Users /> },
  { path: "passphrase", element: <MyPassphrase /> },
  { path: "audit", element: <Audit /> },
];
