import { daysBetween } from "../../../src/domain/calendar.ts";
import { type BareArea, MONTHS, monthsOf, outermost, rowsOf } from "./figures.ts";

/** What each lease asks, month by month up to a day. */
const CHARGES = `
  RECURSIVE asked(lease_id, rent, due_day, month) AS (
    SELECT id, terms ->> 'rent', terms ->> 'dueDay', substr(terms ->> 'startsOn', 1, 7) FROM lease
    UNION ALL
    SELECT lease_id, rent, due_day, strftime('%Y-%m', month || '-01', '+1 month') FROM asked
    WHERE month < substr(@on, 1, 7)
  ),
  charge AS MATERIALIZED (
    SELECT lease_id, 'rent:' || month AS key, rent AS amount, printf('%s-%02d', month, due_day) AS due_on
    FROM asked
  ),
  part AS MATERIALIZED (
    SELECT rent_payment.lease_id, part.value ->> 'key' AS key, rent_payment.received_on,
      part.value ->> 'amount' AS amount
    FROM rent_payment, json_each(rent_payment.parts) AS part
    WHERE rent_payment.voided = 0 AND rent_payment.kind <> 'refund'
  )`;

const ASKED = `WITH ${CHARGES} SELECT substr(due_on, 1, 7) AS key, sum(amount) AS value FROM charge
  WHERE due_on BETWEEN @from AND @on GROUP BY 1`;
const received = (key: string) => `SELECT ${key} AS key, sum(amount) AS value FROM rent_payment
  WHERE kind <> 'refund' AND voided = 0 AND received_on BETWEEN @from AND @to GROUP BY 1`;
/** By lease and charge, what is due on a day and not paid by then. */
const LATE = `WITH ${CHARGES},
  paid AS MATERIALIZED (
    SELECT lease_id, key, sum(amount) AS paid FROM part WHERE received_on <= @on GROUP BY lease_id, key)
  SELECT lease.office AS key, charge.due_on, charge.amount - coalesce(paid.paid, 0) AS value
  FROM charge JOIN lease ON lease.id = charge.lease_id
    LEFT JOIN paid ON paid.lease_id = charge.lease_id AND paid.key = charge.key
  WHERE charge.due_on <= @on AND charge.amount > coalesce(paid.paid, 0)`;
const DAYS = `WITH ${MONTHS}
  SELECT month.key, (SELECT count(*) FROM premises) * (julianday(last) - julianday(first) + 1) AS other,
    (SELECT sum(max(0, julianday(last) - julianday(max(first, terms ->> 'startsOn')) + 1))
      FROM lease, json_each(lease.terms, '$.premises')) AS value
  FROM month`;

interface Late {
  readonly key: string;
  readonly due_on: string;
  readonly value: number;
}

function ageOf(dueOn: string, on: string): string {
  const days = daysBetween(dueOn, on);
  return days <= 30 ? "upTo30" : days <= 60 ? "upTo60" : days <= 90 ? "upTo90" : "over90";
}

export const prepareRents: BareArea = (connection, isNational) => {
  const [asking, late, days] = [
    connection.prepare(ASKED),
    connection.prepare(LATE),
    connection.prepare(DAYS),
  ];
  const byMonth = connection.prepare(received("substr(received_on, 1, 7)"));
  const byOffice = connection.prepare(received("office"));
  return (asked, { put }) => {
    const { span, before } = asked;
    const whole = outermost(asked);
    for (const { key, value } of rowsOf(asking, { from: whole.from, on: span.last }))
      put("rental.asked", key, value);
    for (const { key, value } of rowsOf(byMonth, whole)) put("rental.received", key, value);
    for (const { key, value, other } of rowsOf(days, monthsOf({ ...asked, months: [span, before] }))) {
      put("rental.daysLet", key, value ?? 0);
      put("rental.days", key, other);
    }
    for (const { key: spanKey, last } of [span, before])
      for (const { key, due_on: dueOn, value } of late.all({ on: last }) as Late[]) {
        put("rental.arrears", spanKey, value);
        if (last !== span.last) continue;
        put("rental.arrears", spanKey, value, `group ${ageOf(dueOn, last)}`);
        if (isNational) put("rental.arrears", spanKey, value, `office ${key}`);
      }
    if (!isNational) return;
    for (const { key, value } of rowsOf(byOffice, { from: span.first, to: span.last }))
      put("rental.received", span.key, value, `office ${key}`);
  };
};
