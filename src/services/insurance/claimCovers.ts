import type { InputOf } from "../../contract/index.ts";
import type { ClaimCover } from "../../contract/insuranceClaims.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { listChildren } from "../../data/insurance/people.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { healthVersion } from "./adjudicating.ts";
import { ownPlanBook } from "./planBook.ts";
import { listStandings, type PolicyStanding } from "./policyViews.ts";

function coverOf(reader: Reader, { row, versions }: PolicyStanding, careOn: CalendarDate): ClaimCover[] {
  const version = healthVersion(versions, careOn);
  if (version === null) return [];
  const { coversChildren, facilities, excluded } = version.terms;
  const children = coversChildren
    ? listChildren(reader, row.id).filter(({ removedOn }) => removedOn === null || removedOn > careOn)
    : [];
  return [
    {
      ...{ policyId: row.id, policyNumber: row.number, planName: version.name, state: row.state },
      children: children.map(({ id, name }) => ({ id, name })),
      facilities: facilities.map(({ code, name, prices }) => ({ code, name, prices })),
      excluded,
    },
  ];
}

/**
 * For whom and where a claim of this member may be entered: her health policies with their children, facilities and
 * price lists on the day of care, the one that runs first. Nothing of contributions.
 */
export function claimCovers(call: Call, input: InputOf<"insurance.claimCovers">): Result<ClaimCover[]> {
  const { memberId, careOn } = input;
  const { reader } = call.office;
  const selection = { memberId, office: call.office.code };
  const isActive = ({ row }: PolicyStanding) => (row.state === "active" ? 0 : 1);
  const standings = listStandings(reader, ownPlanBook(call), selection, careOn)
    .filter(({ row }) => row.kind === "health")
    .sort((a, b) => isActive(a) - isActive(b) || (a.row.effectiveOn < b.row.effectiveOn ? 1 : -1));
  return accept(standings.flatMap((standing) => coverOf(reader, standing, careOn)));
}
