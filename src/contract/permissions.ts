import { z } from "zod";

/** What a role may do. Every operation of the contract names one of these. */
export const PERMISSIONS = [
  "members.read",
  "members.write",
  "members.export",
  "members.import",
  "members.erase",
  "cards.sell",
  "cards.print",
  "cards.check",
  "cashbook.read",
  "office.read",
  "office.settings",
  "office.check",
  "office.backup",
  "access.users",
  "audit.read",
  "sync.read",
  "sync.join",
  "sync.export",
  "headquarters.read",
  "headquarters.receive",
  "headquarters.enrol",
  "headquarters.settle",
  "headquarters.identity",
  "insurance.read",
  "insurance.plans",
  "insurance.enrol",
  "insurance.collect",
  "insurance.approve",
  "claims.read",
  "claims.enter",
  "claims.check",
  "claims.decide",
  "claims.pay",
  "checkups.read",
  "checkups.write",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const Role = z.enum([
  "secretary",
  "cashier",
  "healthWorker",
  "trainer",
  "coordinator",
  "auditor",
  "accountant",
  "healthCoordinator",
]);
export type Role = z.infer<typeof Role>;

/** Roles that exist only at headquarters. */
export const HEADQUARTERS_ROLES: readonly Role[] = ["accountant", "healthCoordinator"];

const READ_ALL: readonly Permission[] = [
  "members.read",
  "cards.check",
  "cashbook.read",
  "office.read",
  "office.check",
  "audit.read",
  "sync.read",
  "headquarters.read",
  "insurance.read",
  "claims.read",
  "checkups.read",
];

/** The permission table: the only place where a role gains a permission. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  coordinator: PERMISSIONS,
  secretary: [
    "members.read",
    "members.write",
    "members.export",
    "members.import",
    "cards.sell",
    "cards.print",
    "cards.check",
    "cashbook.read",
    "office.read",
    "office.check",
    "office.backup",
    "sync.read",
    "sync.export",
    "headquarters.read",
    "insurance.read",
    "insurance.enrol",
    "insurance.collect",
    "claims.read",
    "claims.enter",
    "claims.check",
    "claims.pay",
    "checkups.read",
    "checkups.write",
  ],
  cashier: [
    "members.read",
    "cards.sell",
    "cards.print",
    "cards.check",
    "cashbook.read",
    "office.read",
    "insurance.read",
    "insurance.collect",
    "claims.pay",
  ],
  healthWorker: [
    "members.read",
    "cards.check",
    "office.read",
    "claims.read",
    "claims.enter",
    "claims.check",
    "checkups.read",
    "checkups.write",
  ],
  trainer: ["members.read", "cards.check", "office.read"],
  auditor: READ_ALL,
  accountant: [
    "cashbook.read",
    "cards.check",
    "office.read",
    "audit.read",
    "sync.read",
    "headquarters.read",
    "headquarters.receive",
    "insurance.read",
  ],
  healthCoordinator: [
    "cards.check",
    "office.read",
    "sync.read",
    "headquarters.read",
    "headquarters.receive",
    "claims.read",
    "claims.check",
    "claims.decide",
    "checkups.read",
  ],
};

/** Roles that an office hands out before headquarters' own roles come into play. */
export function mayDo(role: Role, permission: Permission): boolean {
  return ROLE_PERMISSIONS[role].includes(permission);
}
