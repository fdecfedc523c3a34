import { DOUBTFUL_REMARKS, REFUSED_REMARKS, type RowRemark } from "../../contract/imports.ts";
import type { BirthDate, MemberDetails } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { type PersonTraits, traitsOf } from "../names/likelihood.ts";
import { showPhone } from "../phone.ts";
import { readNationality } from "./nationality.ts";
import {
  type Desk,
  notesOf,
  readBirthCells,
  readJoined,
  readNames,
  readPhoneCell,
  readSmallFields,
  remark,
  shorten,
} from "./rowDesk.ts";
import { rowDigestInput } from "./rowDigestInput.ts";
import { noteLine, type RowPlan, strayCells, textOf } from "./rowPlan.ts";
import { saysPaid } from "./smallFields.ts";
import { type Cell, cellText, type TableRow } from "./table.ts";

const REFUSED: ReadonlySet<RowRemark["code"]> = new Set(REFUSED_REMARKS);
const DOUBTFUL: ReadonlySet<RowRemark["code"]> = new Set(DOUBTFUL_REMARKS);

export interface AssessedRow {
  readonly row: number;
  /** The cells as they stood, for the file of refused rows. */
  readonly cells: readonly Cell[];
  readonly outcome: "create" | "doubtful" | "refused";
  readonly remarks: RowRemark[];
  /** What would be recorded; null exactly when the row is refused. */
  readonly details: MemberDetails | null;
  /** For the search of duplicates; null when the row is refused. */
  /** The register says that her card is paid: it is taken over with her. */
  readonly isCardPaid: boolean;
  readonly traits: PersonTraits | null;
  /** See {@link rowDigestInput}; null when the row is refused. */
  readonly digestInput: string | null;
  /** What the row says, as it is shown in the list of rows. */
  readonly shown: {
    readonly surname: string;
    readonly firstNames: string;
    readonly birth: string;
    readonly phone: string;
    readonly joinedOn: string;
  };
}

/** The worst that any remark says of its row. */
export function outcomeOf(remarks: readonly RowRemark[]): AssessedRow["outcome"] {
  if (remarks.some(({ code }) => REFUSED.has(code))) return "refused";
  return remarks.some(({ code }) => DOUBTFUL.has(code)) ? "doubtful" : "create";
}

/** `12/03/1985`, `1985`, `~ 1985`. */
function showBirth(birth: BirthDate): string {
  if (birth.kind === "exact") return cellText({ date: birth.on });
  return birth.kind === "year" ? String(birth.year) : `~ ${birth.year}`;
}

/**
 * Reads one data row: what would be recorded, what is doubtful, what refuses it. Duplicates are not its business.
 * @param today the day on which ages are counted, and the joining date where none is known
 */
export function assessRow(plan: RowPlan, row: TableRow, today: CalendarDate): AssessedRow {
  const desk: Desk = { plan, row, today, remarks: [], notes: [] };
  const names = readNames(desk);
  const { reading, found: birthFound } = readBirthCells(desk);
  const { phone, found: phoneFound } = readPhoneCell(desk);
  const { joinedOn, found: joinedFound, isRead } = readJoined(desk, reading.birth);
  const stray = strayCells(plan, row);
  if (stray.length > 0) {
    remark(desk, "extraCells", null, stray.join(" · "));
    desk.notes.push(...stray.map((text) => noteLine(null, text)));
  }
  const details: MemberDetails = {
    ...names,
    ...readSmallFields(desk),
    birth: reading.birth,
    nationality: shorten(desk, "nationality", readNationality(textOf(plan, row, "nationality")), 40),
    phone,
    locality: shorten(desk, "locality", textOf(plan, row, "locality"), 80),
    workSetting: null,
    emergencyRelation: "",
    consentOn: null,
    consentSigned: false,
    joinedOn,
    notes: notesOf(desk),
  };
  const isCardPaid = saysPaid(textOf(plan, row, "cardPaid"));
  if (isCardPaid) remark(desk, "cardTakenOver", "cardPaid", textOf(plan, row, "cardPaid"));
  const outcome = outcomeOf(desk.remarks);
  const isRefused = outcome === "refused";
  const known = phone || phoneFound.replace(/\D/g, "");
  const traits = isRefused ? null : traitsOf({ ...names, birth: reading.birth, phone: known });
  const joined = isRead ? joinedOn : joinedFound;
  return {
    row: row.row,
    cells: row.cells,
    outcome,
    remarks: desk.remarks,
    details: isRefused ? null : details,
    isCardPaid,
    traits,
    digestInput:
      traits &&
      rowDigestInput(traits, {
        joined,
        age: reading.fromAge ? birthFound : null,
        locality: details.locality,
      }),
    shown: {
      surname: names.surname,
      firstNames: names.firstNames,
      birth: reading.birth === null ? birthFound : showBirth(reading.birth),
      phone: phone === "" ? phoneFound : showPhone(phone),
      joinedOn: isRead ? cellText({ date: joinedOn }) : joinedFound,
    },
  };
}
