import type { OpenRemittance } from "../../contract/cashbookTerms.ts";
import type { OfficeCode, PaymentMethod } from "../../contract/primitives.ts";
import type { Reader } from "../reader.ts";
import type { Row } from "../registry.ts";

const NOT_TAKEN_BACK = (table: string) =>
  `NOT EXISTS (SELECT 1 FROM voucher later WHERE later.reverses_id = ${table}.id)`;

/** Money that offices sent to headquarters and did not take back, in headquarters' copies. */
const SENT = `FROM voucher WHERE account = 'remittanceSent' AND kind = 'remittance' AND office <> @headquarters
  AND ${NOT_TAKEN_BACK("voucher")}`;
const RECEIVED = `EXISTS (SELECT 1 FROM voucher came WHERE came.pair_id = voucher.id
  AND came.account = 'remittanceReceived' AND came.kind = 'remittance' AND ${NOT_TAKEN_BACK("came")})`;

function remittanceFromRow(row: Row): OpenRemittance {
  return {
    voucherId: String(row.id),
    office: String(row.office),
    number: String(row.number),
    datedOn: String(row.dated_on),
    amount: Number(row.amount),
    method: String(row.method) as PaymentMethod,
    reference: String(row.reference),
    words: String(row.words),
  };
}

/** Those that headquarters has not booked, the oldest first. @param national headquarters' copies of all offices */
export function listOpenRemittances(national: Reader, headquarters: OfficeCode): OpenRemittance[] {
  return national
    .all(`SELECT * ${SENT} AND NOT ${RECEIVED} ORDER BY dated_on, office, counter`, { headquarters })
    .map(remittanceFromRow);
}

/** One of them, booked or not. */
export function readRemittance(
  national: Reader,
  headquarters: OfficeCode,
  id: string,
): (OpenRemittance & { received: boolean }) | undefined {
  const row = national.get(`SELECT *, ${RECEIVED} AS received ${SENT} AND id = @id`, { headquarters, id });
  return row === undefined ? undefined : { ...remittanceFromRow(row), received: row.received === 1 };
}
