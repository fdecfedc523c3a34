import { ageBandOf } from "../../../src/domain/reporting/ageBands.ts";
import { type BareArea, MONTHS, monthsOf, rowsOf } from "./figures.ts";

const HERE = "joined_on <= month.last AND (left_on IS NULL OR left_on > month.last) AND merged_into IS NULL";
const HERE_ON = "joined_on <= @last AND (left_on IS NULL OR left_on > @last) AND merged_into IS NULL";
/** Terms with the day on which they were paid. */
const PAID = `paid AS MATERIALIZED (
  SELECT term.member_id, term.ends_on, coalesce(voucher.dated_on, term.starts_on) AS paid_on
  FROM term LEFT JOIN voucher ON voucher.id = term.voucher_id WHERE term.voided = 0)`;

const REGISTERED = `WITH ${MONTHS} SELECT key, count(*) AS value FROM month CROSS JOIN member WHERE ${HERE} GROUP BY key`;
const UP_TO_DATE = `WITH ${MONTHS}, ${PAID}
  SELECT key, count(DISTINCT member.id) AS value
  FROM month CROSS JOIN paid ON paid_on <= last AND ends_on >= last JOIN member ON member.id = paid.member_id
  WHERE ${HERE} GROUP BY key`;
const JOINED = `SELECT substr(joined_on, 1, 7) AS key, count(*) AS value FROM member
  WHERE joined_on BETWEEN @from AND @to AND merged_into IS NULL GROUP BY 1`;
const STATUS = `WITH ${PAID},
  until AS MATERIALIZED (SELECT member_id, max(ends_on) AS ends_on FROM paid WHERE paid_on <= @last GROUP BY member_id)
  SELECT CASE WHEN ends_on IS NULL THEN 'new' WHEN ends_on >= @last THEN 'current' WHEN ends_on >= @grace THEN 'grace'
    ELSE 'expired' END AS key, count(*) AS value
  FROM member LEFT JOIN until ON until.member_id = member.id WHERE ${HERE_ON} GROUP BY 1`;
/** Years of age with how many women have them. */
const AGES = `SELECT CAST(substr(@last, 1, 4) AS INTEGER) - CAST(substr(birth_on, 1, 4) AS INTEGER)
    - (birth_kind = 'exact' AND substr(@last, 6) < substr(birth_on, 6)) AS key, count(*) AS value
  FROM member WHERE ${HERE_ON} GROUP BY 1`;
const BY_OFFICE = `WITH ${PAID}
  SELECT office AS key, count(*) AS value, count(*) FILTER (WHERE EXISTS (SELECT 1 FROM paid
    WHERE paid.member_id = member.id AND paid_on <= @last AND ends_on >= @last)) AS other
  FROM member WHERE ${HERE_ON} GROUP BY office`;

export const prepareMembers: BareArea = (connection, isNational) => {
  const [registered, upToDate] = [connection.prepare(REGISTERED), connection.prepare(UP_TO_DATE)];
  const [joined, status] = [connection.prepare(JOINED), connection.prepare(STATUS)];
  const [ages, byOffice] = [connection.prepare(AGES), connection.prepare(BY_OFFICE)];
  return (asked, { put }) => {
    const { span, before, graceFrom: grace } = asked;
    for (const { key, value } of rowsOf(registered, monthsOf(asked))) put("members.registered", key, value);
    for (const { key, value } of rowsOf(upToDate, monthsOf(asked))) put("members.upToDate", key, value);
    for (const { key, value } of rowsOf(joined, { from: before.first, to: span.last }))
      put("members.joined", key, value);
    const on = { last: span.last };
    for (const { key, value } of rowsOf(status, { ...on, grace }))
      put("members.registered", span.key, value, `group ${key}`);
    const bands = new Map<string, number>();
    for (const { key, value } of rowsOf(ages, on)) {
      const band = ageBandOf(key === null ? null : Number(key));
      bands.set(band, (bands.get(band) ?? 0) + value);
    }
    for (const [band, value] of bands) put("members.registered", span.key, value, `ageBand ${band}`);
    if (!isNational) return;
    for (const { key, value, other } of rowsOf(byOffice, on)) {
      put("members.registered", span.key, value, `office ${key}`);
      put("members.upToDate", span.key, other, `office ${key}`);
    }
  };
};
