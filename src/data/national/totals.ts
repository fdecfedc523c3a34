import type { OfficeTotals } from "../../contract/headquarters.ts";
import type { Tier } from "../../contract/sync.ts";
import type { Reader } from "../reader.ts";

/** What an office does this year, as far as the open tiers tell. @param today a day, `YYYY-MM-DD` */
export function readTotals(
  reader: Reader,
  tiers: ReadonlySet<Tier>,
  about: { office: string; today: string },
): OfficeTotals {
  const { office, today } = about;
  const from = `${today.slice(0, 4)}-01-01`;
  const living =
    "office = @office AND merged_into IS NULL AND erased_at IS NULL AND (left_on IS NULL OR left_on > @today)";
  const hasIdentity = tiers.has("identity");
  const hasFinance = tiers.has("finance");
  const cash = (direction: string) =>
    reader.number(
      `SELECT coalesce(sum(amount), 0) FROM voucher
       WHERE office = @office AND direction = @direction AND dated_on BETWEEN @from AND @today`,
      { office, direction, from, today },
    );
  return {
    members: hasIdentity
      ? reader.number(`SELECT count(*) FROM member WHERE ${living}`, { office, today })
      : null,
    paid:
      hasIdentity && hasFinance
        ? reader.number(
            `SELECT count(*) FROM member WHERE ${living} AND EXISTS
               (SELECT 1 FROM term WHERE term.member_id = member.id AND voided = 0 AND ends_on >= @today)`,
            { office, today },
          )
        : null,
    cardsThisYear: hasIdentity
      ? reader.number(
          "SELECT count(*) FROM card WHERE office = @office AND issued_on BETWEEN @from AND @today",
          {
            office,
            from,
            today,
          },
        )
      : null,
    cashIn: hasFinance ? cash("in") : null,
    cashOut: hasFinance ? cash("out") : null,
  };
}
