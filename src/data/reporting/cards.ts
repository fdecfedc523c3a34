import type { PaidBy } from "../memberLists.ts";
import type { SqlMeasure, SqlRecord } from "./sqlMeasures.ts";

/* Cards sold, their money, and the cards themselves. Money belongs to the office whose voucher it is. */

const VOUCHER: SqlRecord = { id: "voucher.id", label: "voucher.number", to: "voucher", toId: "voucher.id" };
const CARD: SqlRecord = {
  ...{ id: "card.id", label: "card.number || ' · ' || card.issue" },
  ...{ to: "member", toId: "card.member_id" },
};

/** What she had paid for before this term. */
const BEFORE = `(SELECT max(earlier.ends_on) FROM term AS earlier
  WHERE earlier.member_id = term.member_id AND earlier.voided = 0 AND earlier.starts_on < term.starts_on)`;

/** One of hers from before ends on the same day: a renewal's ends later, a replacement has the rest of the old one. */
const LIKE_BEFORE = `EXISTS (SELECT 1 FROM card AS old WHERE old.member_id = card.member_id
  AND old.valid_until = card.valid_until AND (old.issued_on < card.issued_on
    OR old.issued_on = card.issued_on AND old.number = card.number AND old.issue < card.issue))`;
/** Of her cards of that day so many were sold: a sale that was taken back and made again replaces nothing. */
const BEYOND_SALES = `(SELECT count(*) FROM card AS same WHERE same.member_id = card.member_id
    AND same.issued_on = card.issued_on AND same.valid_until = card.valid_until AND same.issue <= card.issue)
  > (SELECT count(*) FROM term JOIN voucher ON voucher.id = term.voucher_id WHERE term.member_id = card.member_id
    AND term.ends_on = card.valid_until AND voucher.dated_on = card.issued_on)`;

/** @param by what is open to the reader: sales, or where they are closed to her the cards alone */
export const cardMeasures = (by: PaidBy): readonly SqlMeasure[] => [
  {
    name: "cards.sold",
    from: "voucher",
    day: "voucher.dated_on",
    // By the voucher alone: the term that it sold goes with its member to another office.
    where: `voucher.account = 'membershipCard' AND voucher.kind <> 'reversal'
      AND NOT EXISTS (SELECT 1 FROM voucher AS later WHERE later.reverses_id = voucher.id)`,
    value: "1",
    office: "voucher.office",
    group: {
      sql: `CASE WHEN term.id IS NULL THEN '' WHEN ${BEFORE} IS NULL THEN 'first'
        WHEN ${BEFORE} >= date(term.starts_on, '-1 day') THEN 'renewal' ELSE 'afterLapse' END`,
      join: "LEFT JOIN term ON term.voucher_id = voucher.id AND term.voided = 0",
    },
    record: VOUCHER,
  },
  {
    name: "cards.income",
    from: "voucher",
    day: "voucher.dated_on",
    where: "voucher.account IN ('membershipCard', 'cardReplacement')",
    value: "iif(voucher.direction = 'in', voucher.amount, -voucher.amount)",
    office: "voucher.office",
    group: { sql: "voucher.account" },
    record: VOUCHER,
  },
  {
    ...{ name: "cards.issued", from: "card", day: "card.issued_on", value: "1", office: "card.office" },
    record: CARD,
  },
  {
    name: "cards.replaced",
    from: "card",
    day: "card.issued_on",
    where: by === "term" ? `${LIKE_BEFORE} AND ${BEYOND_SALES}` : LIKE_BEFORE,
    value: "1",
    office: "card.office",
    record: CARD,
  },
];
