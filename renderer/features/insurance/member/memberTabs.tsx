import { useTranslation } from "react-i18next";
import type { MemberTab } from "../../../lib/memberTab.ts";
import { BookletTab } from "./BookletTab.tsx";
import { InsuranceTab } from "./InsuranceTab.tsx";

function InsuranceLabel() {
  return useTranslation("insurance").t("memberTab.insurance");
}

function BookletLabel() {
  return useTranslation("insurance").t("tabs.booklet");
}

/** What the insurance adds to a member's page. */
export const memberTabs: readonly MemberTab[] = [
  { id: "insurance", Label: InsuranceLabel, needs: ["insurance.read"], Panel: InsuranceTab },
  { id: "booklet", Label: BookletLabel, needs: ["checkups.read"], Panel: BookletTab },
];
