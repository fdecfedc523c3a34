import type { Role } from "../../contract/permissions.ts";
import { Tier } from "../../contract/sync.ts";

/** What a person at headquarters is given with her role; a coordinator may give and take single tiers beside it. */
export const ROLE_TIERS: Readonly<Record<Role, readonly Tier[]>> = {
  coordinator: Tier.options,
  auditor: Tier.options,
  accountant: ["finance", "programme"],
  healthCoordinator: ["health", "programme"],
  secretary: [],
  cashier: [],
  healthWorker: [],
  trainer: [],
};
