import type { Entity } from "./entity.ts";

export const REPORTING_ENTITIES = {
  indicator_target: {
    table: "indicator_target",
    tier: "programme",
    shared: ["id", "office", "for_office", "year", "code", "value"],
    local: [],
  },
  report_text: {
    table: "report_text",
    tier: "finance",
    shared: ["id", "office", "kind", "period", "project", "section", "text"],
    local: [],
  },
  report: {
    table: "report",
    tier: "finance",
    shared: ["id", "office", "number", "kind", "period", "project", "issued_on", "content", "sha256"],
    local: ["issued_by"],
    // What was issued stays as it was issued.
    final: { but: [] },
  },
  dhis_mapping: {
    table: "dhis_mapping",
    tier: "programme",
    shared: ["id", "office", "mapping"],
    local: [],
  },
} as const satisfies Record<string, Entity>;
