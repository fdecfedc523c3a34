import { expect, test } from "vitest";
import { ENTITY_NAMES } from "../../../src/data/registry.ts";
import { parseChainLine } from "../../../src/services/sync/partLines.ts";

test("every entity of the registry has a name that a bundle's chain can say", () => {
  const line = (entity: string) =>
    `{"at":"2026-11-23T08:15:00.000Z","by":"019a0000-0000-7000-8000-000000000000","entity":"${entity}","id":"x","local":null,"op":"insert","seq":1,"shared":null}`;
  expect(ENTITY_NAMES.length).toBeGreaterThan(40);
  expect(ENTITY_NAMES.filter((name) => parseChainLine(line(name))?.entity !== name)).toEqual([]);
});
