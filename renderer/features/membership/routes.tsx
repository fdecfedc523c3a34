import type { RouteObject } from "react-router";
import type { MemberTab } from "../../lib/memberTab.ts";
import { MemberPage } from "./file/MemberPage.tsx";
import { EditMemberPage } from "./form/EditMemberPage.tsx";
import { NewMemberPage } from "./form/NewMemberPage.tsx";
import { MembersPage } from "./list/MembersPage.tsx";

/** @param tabs what other features add to a member's page */
export function routes(tabs: readonly MemberTab[]): RouteObject[] {
  return [
    { path: "members", element: <MembersPage /> },
    { path: "members/new", element: <NewMemberPage /> },
    { path: "members/:id", element: <MemberPage tabs={tabs} /> },
    { path: "members/:id/edit", element: <EditMemberPage /> },
  ];
}
