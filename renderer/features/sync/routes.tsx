import type { RouteObject } from "react-router";
import { Stick } from "./Stick.tsx";

export const routes: RouteObject[] = [{ path: "stick", element: <Stick /> }];
