import type { MembershipStatus } from "../../contract/membership.ts";
import type { Overview } from "../../contract/office.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listSentBundles } from "../../data/bundles.ts";
import { readLastEntry } from "../../data/journal.ts";
import { readLocal } from "../../data/localState.ts";
import { countByStatus, countMembers } from "../../data/memberLists.ts";
import { readSettings } from "../../data/officeRecord.ts";
import { countCardIncome } from "../../data/vouchers.ts";
import type { Call } from "../call.ts";
import { statusDays } from "../membership/views.ts";

const NO_FILTER = {
  text: "",
  statuses: [],
  locality: null,
  withoutPhoto: false,
  withoutConsent: false,
  endingWithinDays: null,
};
const ENDING_SOON_DAYS = 30;

/** The figures of the first page. */
export function readOverview(call: Call): Result<Overview> {
  const { reader } = call.office;
  const today = call.today();
  const days = statusDays(readSettings(reader), today);
  const byStatus = countByStatus(reader, days);
  const count = (status: MembershipStatus) => byStatus.get(status) ?? 0;
  const here: MembershipStatus[] = ["new", "current", "grace", "expired"];
  return accept({
    today,
    members: {
      total: here.reduce((sum, status) => sum + count(status), 0),
      new: count("new"),
      current: count("current"),
      grace: count("grace"),
      expired: count("expired"),
      left: count("left"),
      deceased: count("deceased"),
    },
    endingSoon: countMembers(reader, { ...NO_FILTER, endingWithinDays: ENDING_SOON_DAYS }, days),
    withoutPhoto: countMembers(reader, { ...NO_FILTER, statuses: here, withoutPhoto: true }, days),
    withoutConsent: countMembers(reader, { ...NO_FILTER, statuses: here, withoutConsent: true }, days),
    cardsThisMonth: countCardIncome(reader, { from: `${today.slice(0, 7)}-01`, to: today }),
    lastBackupAt: readLocal(reader, "lastBackupAt"),
    lastExportAt: listSentBundles(reader)[0]?.createdAt ?? null,
    entriesWaiting: (readLastEntry(reader)?.seq ?? 0) - Number(readLocal(reader, "acknowledged") ?? 0),
    headquartersKnown: readLocal(reader, "headquarters") !== null,
  });
}
