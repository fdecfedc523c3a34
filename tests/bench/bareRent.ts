import type SQLite from "better-sqlite3";

/*
 * The rent roll and the arrears by statements of one's own, in the library alone: rents by month, no charges, no
 * penalties, no changes, which is all that the bench's leases have. What each payment paid is read from its parts.
 */

const CHARGES = `
  RECURSIVE asked(lease_id, rent, due_day, month) AS (
    SELECT id, terms ->> 'rent', terms ->> 'dueDay', substr(terms ->> 'startsOn', 1, 7) FROM lease
    UNION ALL
    SELECT lease_id, rent, due_day, strftime('%Y-%m', month || '-01', '+1 month') FROM asked
    WHERE month < substr(@on, 1, 7)
  ),
  charge AS (
    SELECT lease_id, 'rent:' || month AS key, rent AS amount, printf('%s-%02d', month, due_day) AS due_on
    FROM asked
  ),
  part AS (
    SELECT rent_payment.lease_id, part.value ->> 'key' AS key, rent_payment.received_on,
      part.value ->> 'amount' AS amount
    FROM rent_payment, json_each(rent_payment.parts) AS part
    WHERE rent_payment.voided = 0 AND rent_payment.kind <> 'refund'
  )`;

const NAMES = `(SELECT json_group_array(premises.code) FROM json_each(lease.terms, '$.premises') AS let
  JOIN premises ON premises.id = let.value ->> 'premisesId') AS premises`;

const ROLL = `WITH ${CHARGES},
  paid AS (
    SELECT lease_id, key, sum(amount) AS paid, sum(amount) FILTER (WHERE received_on < @from) AS before
    FROM part WHERE received_on <= @on GROUP BY lease_id, key
  ),
  account AS (
    SELECT charge.lease_id, sum(amount) FILTER (WHERE due_on >= @from) AS due,
      sum(amount - coalesce(before, 0)) FILTER (WHERE due_on < @from) AS brought,
      sum(amount - coalesce(paid, 0)) AS "left"
    FROM charge LEFT JOIN paid ON paid.lease_id = charge.lease_id AND paid.key = charge.key
    WHERE due_on <= @on GROUP BY charge.lease_id
  ),
  money AS (
    SELECT lease_id, sum(amount) FILTER (WHERE received_on >= @from) AS received, max(received_on) AS last_paid_on
    FROM rent_payment WHERE voided = 0 AND kind <> 'refund' AND received_on <= @on GROUP BY lease_id
  )
  SELECT lease.id, lease.office, lease.number, tenant.name, tenant.phone, ${NAMES}, coalesce(brought, 0) AS brought,
    coalesce(due, 0) AS due, coalesce(received, 0) AS received, coalesce("left", 0) AS "left", last_paid_on
  FROM lease LEFT JOIN tenant ON tenant.id = lease.tenant_id LEFT JOIN account ON account.lease_id = lease.id
    LEFT JOIN money ON money.lease_id = lease.id
  ORDER BY lease.office, lease.number`;

const ARREARS = `WITH ${CHARGES},
  paid AS (SELECT lease_id, key, sum(amount) AS paid FROM part WHERE received_on <= @on GROUP BY lease_id, key),
  late AS (
    SELECT charge.lease_id, due_on, amount - coalesce(paid, 0) AS "left", julianday(@on) - julianday(due_on) AS days
    FROM charge LEFT JOIN paid ON paid.lease_id = charge.lease_id AND paid.key = charge.key
    WHERE due_on <= @on AND amount > coalesce(paid, 0)
  )
  SELECT lease.id, lease.office, lease.number, tenant.name, tenant.phone, tenant.guarantor_name,
    tenant.guarantor_phone, ${NAMES}, sum("left") AS total, min(due_on) AS oldest,
    sum("left") FILTER (WHERE days <= 30) AS up_to_30, sum("left") FILTER (WHERE days > 30 AND days <= 60) AS up_to_60,
    sum("left") FILTER (WHERE days > 60 AND days <= 90) AS up_to_90, sum("left") FILTER (WHERE days > 90) AS over_90,
    (SELECT json_object('kind', kind, 'on', on_day) FROM rent_reminder WHERE rent_reminder.lease_id = lease.id
      AND on_day <= @on ORDER BY on_day DESC LIMIT 1) AS last_reminder
  FROM late JOIN lease ON lease.id = late.lease_id LEFT JOIN tenant ON tenant.id = lease.tenant_id
  GROUP BY lease.id ORDER BY total DESC, lease.number`;

export interface BareRollLine {
  readonly id: string;
  readonly brought: number;
  readonly due: number;
  readonly received: number;
  readonly left: number;
}

export interface BareArrearsLine {
  readonly id: string;
  readonly total: number;
  readonly oldest: string;
}

export function prepareBareRent(connection: SQLite.Database) {
  const roll = connection.prepare(ROLL);
  const arrears = connection.prepare(ARREARS);
  return {
    roll: (month: { from: string; on: string }) => roll.all(month) as BareRollLine[],
    arrears: (on: string) => arrears.all({ on }) as BareArrearsLine[],
  };
}
