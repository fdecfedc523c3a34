import type { RouteObject } from "react-router";
import { MemberPage } from "./file/MemberPage.tsx";
import { EditMemberPage } from "./form/EditMemberPage.tsx";
import { NewMemberPage } from "./form/NewMemberPage.tsx";
import { MembersPage } from "./list/MembersPage.tsx";

export const routes: RouteObject[] = [
  { path: "members", element: <MembersPage /> },
  { path: "members/new", element: <NewMemberPage /> },
  { path: "members/:id", element: <MemberPage /> },
  { path: "members/:id/edit", element: <EditMemberPage /> },
];
