import type { RouteObject } from "react-router";
import { CardsPage } from "./CardsPage.tsx";

export const routes: RouteObject[] = [{ path: "cards", element: <CardsPage /> }];
