import type { RouteObject } from "react-router";
import { ImportPage } from "./ImportPage.tsx";

export const routes: RouteObject[] = [{ path: "members/import", element: <ImportPage /> }];
