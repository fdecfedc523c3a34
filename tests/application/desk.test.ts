import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { makeTestOffice, type TestOffice } from "../support/office.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);
const isOpen = async () => (await office.must("office.state", {})).stage === "open";

test("the office locks itself after five idle minutes, and says so to the window", async () => {
  let told = 0;
  office.desk.onLocked(() => {
    told += 1;
  });
  await office.must("access.stillHere", {});
  minutes(4.9);
  expect(await isOpen()).toBe(true);
  minutes(0.2);
  expect(await isOpen()).toBe(false);
  expect(told).toBe(1);
  await office.signIn();
});

test("every request and every sign of life begins the five minutes anew; asking for the state does not", async () => {
  for (let step = 0; step < 4; step += 1) {
    minutes(4);
    await office.must("access.stillHere", {});
  }
  minutes(4);
  await office.must("office.overview", {});
  minutes(4);
  expect(await isOpen()).toBe(true);
  minutes(2);
  expect(await isOpen()).toBe(false);
  await office.signIn();
});

test("the minutes are those of the settings", async () => {
  const settings = await office.must("office.readSettings", {});
  await office.must("office.updateSettings", { ...settings, idleMinutes: 20 });
  minutes(19);
  expect(await isOpen()).toBe(true);
  minutes(2);
  expect(await isOpen()).toBe(false);
  await office.signIn();
});

test("a long import is no idle time: its transaction is not closed under it", async () => {
  const lines = Array.from(
    { length: 600 },
    (_, index) => `Nom${index};Awa;0${(index % 9) + 1}/03/19${60 + (index % 40)}`,
  );
  office.onBreath = () => minutes(4);
  const counts = await office.must("imports.run", {
    fileName: "registre.csv",
    bytes: new TextEncoder().encode(`Nom;Prénom;Date de naissance\n${lines.join("\n")}\n`),
    columns: null,
    accept: "all",
  });
  expect(counts.created).toBe(600);
  expect(await isOpen()).toBe(true);
});
