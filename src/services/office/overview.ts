import type { MembershipStatus } from "../../contract/membership.ts";
import type { Overview } from "../../contract/office.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listSentBundles } from "../../data/bundles.ts";
import { readLastEntry } from "../../data/journal.ts";
import { readLocal } from "../../data/localState.ts";
import { readStatusFigures, type StatusFigures } from "../../data/memberLists.ts";
import { readSettings } from "../../data/officeRecord.ts";
import { countCardIncome } from "../../data/vouchers.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { statusDays } from "../membership/views.ts";
import { readParting } from "../sync/syncState.ts";

const ENDING_SOON_DAYS = 30;
/** Neither left nor deceased. */
const HERE: readonly MembershipStatus[] = ["new", "current", "grace", "expired"];

/** The figures of the first page: of the own branch at headquarters too, whose page of offices tells all others. */
export function readOverview(call: Call): Result<Overview> {
  const { reader } = call.office;
  const today = call.today();
  const days = statusDays(readSettings(reader), today);
  const byStatus = readStatusFigures(reader, days, addDays(today, ENDING_SOON_DAYS));
  const count = (status: MembershipStatus) => byStatus.get(status)?.members ?? 0;
  const sum = (statuses: readonly MembershipStatus[], of: keyof StatusFigures) =>
    statuses.reduce((total, status) => total + (byStatus.get(status)?.[of] ?? 0), 0);
  return accept({
    today,
    members: {
      total: sum(HERE, "members"),
      new: count("new"),
      current: count("current"),
      grace: count("grace"),
      expired: count("expired"),
      left: count("left"),
      deceased: count("deceased"),
    },
    endingSoon: sum([...byStatus.keys()], "endingSoon"),
    withoutPhoto: sum(HERE, "withoutPhoto"),
    withoutConsent: sum(HERE, "withoutConsent"),
    cardsThisMonth: countCardIncome(reader, {
      from: `${today.slice(0, 7)}-01`,
      to: today,
    }),
    lastBackupAt: readLocal(reader, "lastBackupAt"),
    lastExportAt: listSentBundles(reader)[0]?.createdAt ?? null,
    entriesWaiting: (readLastEntry(reader)?.seq ?? 0) - Number(readLocal(reader, "acknowledged") ?? 0),
    lastAnswerAt: readLocal(reader, "lastAnswerAt"),
    parting: readParting(reader),
    headquartersKnown: readLocal(reader, "headquarters") !== null,
  });
}
