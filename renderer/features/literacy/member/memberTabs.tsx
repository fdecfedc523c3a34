import { useTranslation } from "react-i18next";
import type { MemberTab } from "../../../lib/memberTab.ts";
import { LearnerTab } from "./LearnerTab.tsx";

function LearnerLabel() {
  return useTranslation("literacy").t("memberTab.label");
}

/** What the classes add to a member's page. */
export const memberTabs: readonly MemberTab[] = [
  { id: "literacy", Label: LearnerLabel, needs: ["literacy.read"], Panel: LearnerTab },
];
