import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import type { ClaimState } from "../../../../src/contract/insuranceTerms.ts";
import type { Permission } from "../../../../src/contract/permissions.ts";
import type { CalendarDate, OfficeCode } from "../../../../src/contract/primitives.ts";

export interface Step {
  readonly state: ClaimState;
  readonly at: "done" | "now" | "coming";
  /** Who took it, as far as it is known. */
  readonly by: string | null;
  readonly on: CalendarDate | null;
}

/** A claim ends with its payment, or is closed where there is nothing to pay or it was withdrawn. */
function lastState({ claim, computed }: ClaimFile): ClaimState {
  const nothingToPay = claim.state === "decided" && computed.granted === 0;
  return claim.state === "closed" || nothingToPay ? "closed" : "paid";
}

function statesOnTheWay(file: ClaimFile): ClaimState[] {
  const { claim, decides } = file;
  if (claim.state === "closed" && claim.outcome === null) return ["draft", "closed"];
  const referred: ClaimState[] = decides === "headquarters" ? ["referred"] : [];
  return ["draft", "submitted", "checked", ...referred, "decided", lastState(file)];
}

/** The way of a claim from its entry to its payment, with who and when where the claim tells it. */
export function stepsOf(file: ClaimFile): Step[] {
  const states = statesOnTheWay(file);
  const now = states.indexOf(file.claim.state);
  const paidOn = file.payments.map((payment) => payment.paidOn).sort();
  const days: Partial<Record<ClaimState, CalendarDate | null>> = {
    decided: file.decidedOn,
    paid: file.claim.state === "paid" ? (paidOn.at(-1) ?? null) : null,
  };
  const isOver = file.claim.state === "paid" || file.claim.state === "closed";
  return states.map((state, index) => ({
    state,
    at: index < now || (isOver && index === now) ? "done" : index === now ? "now" : "coming",
    by: state === "draft" ? file.enteredBy : null,
    on: index <= now ? (days[state] ?? null) : null,
  }));
}

export interface Person {
  readonly name: string;
  readonly permissions: readonly string[];
  readonly office: OfficeCode;
  readonly headquarters: boolean;
}

export type NextAction = "edit" | "check" | "decide" | "refer" | "pay" | "close";

type Need = readonly [NextAction, Permission];

function ownNeed({ claim, computed, decides }: ClaimFile, headquarters: boolean): Need | null {
  const decide: Need = ["decide", "claims.decide"];
  switch (claim.state) {
    case "draft":
      return ["edit", "claims.enter"];
    case "submitted":
      return ["check", "claims.check"];
    case "checked":
      return decides === "headquarters" && !headquarters ? ["refer", "claims.decide"] : decide;
    case "referred":
      return headquarters ? decide : null;
    case "decided":
      return computed.granted === 0 ? ["close", "claims.check"] : ["pay", "claims.pay"];
    default:
      return null;
  }
}

/** What this person does next with a claim; null when it waits for somebody else or is over. */
export function nextAction(file: ClaimFile, person: Person): NextAction | null {
  const isOwn = file.claim.office === person.office;
  const isReferred = person.headquarters && file.claim.state === "referred";
  const need: Need | null = isOwn
    ? ownNeed(file, person.headquarters)
    : isReferred
      ? ["decide", "claims.decide"]
      : null;
  return need !== null && person.permissions.includes(need[1]) ? need[0] : null;
}

/** Until it is decided she may take her claim back. */
export function mayWithdraw({ claim }: ClaimFile, person: Person): boolean {
  const isOpen = claim.state === "draft" || claim.state === "submitted" || claim.state === "checked";
  return isOpen && claim.office === person.office && person.permissions.includes("claims.check");
}

/** The amount asks for another person than the one who entered it, and this is she. The service decides by her identity. */
export function mustBeAnother({ claim, decides, enteredBy }: ClaimFile, person: Person): boolean {
  return decides !== "anybody" && claim.office === person.office && enteredBy === person.name;
}
