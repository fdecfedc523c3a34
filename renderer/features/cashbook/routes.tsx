import type { RouteObject } from "react-router";
import { CashBook } from "./CashBook.tsx";

export const routes: RouteObject[] = [{ path: "cashbook", element: <CashBook /> }];
