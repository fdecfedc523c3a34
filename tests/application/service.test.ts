import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { makeLog } from "../../src/application/log.ts";
import { createService, type Service } from "../../src/application/service.ts";
import type { InputOf, OperationName } from "../../src/contract/index.ts";
import type { Result } from "../../src/contract/results.ts";
import type { ToScreen } from "../../src/contract/wire.ts";
import { AWA, makeFolder, makeTestOffice, RESOURCES } from "../support/office.ts";
import { csvText, inventedWomen, registerRows } from "../support/registers.ts";

let service: Service | null = null;
afterEach(async () => {
  await service?.stop();
  service = null;
});

function start(dataDir: string, demo = false): Service {
  service = createService({
    dataDir,
    demo,
    version: "1.2.3",
    builtOn: "2026-11-24",
    resourcesDir: RESOURCES,
  });
  return service;
}

async function closedOffice(): Promise<string> {
  const office = await makeTestOffice({ shared: true });
  office.close();
  return office.dir;
}

/** A window's end of the line, in memory. */
function openWindow(to: Service) {
  let toService: (message: unknown) => void = () => {};
  let close: () => void = () => {};
  const heard: ToScreen[] = [];
  const waiting = new Map<number, (result: Result<unknown>) => void>();
  to.connect({
    postMessage: (message) => {
      heard.push(message);
      if (message.type === "result") waiting.get(message.id)?.(message.result);
    },
    onMessage: (listener) => {
      toService = listener;
    },
    onClose: (listener) => {
      close = listener;
    },
  });
  let lastId = 0;
  return {
    heard,
    send: (message: unknown) => toService(message),
    close: () => close(),
    lastId: () => lastId,
    ask: <N extends OperationName>(name: N, input: InputOf<N>): Promise<Result<unknown>> => {
      lastId += 1;
      const id = lastId;
      const answer = new Promise<Result<unknown>>((resolve) => waiting.set(id, resolve));
      toService({ type: "call", id, name, input });
      return answer;
    },
  };
}

const REGISTER = {
  fileName: "registre.csv",
  bytes: new TextEncoder().encode(csvText(registerRows(inventedWomen(1_500, 4)), ";")),
  columns: null,
  accept: "all",
} as const;

describe("the service", () => {
  test("answers requests one after the other, in their order", async () => {
    const window = openWindow(start(await closedOffice()));
    const answers = await Promise.all([
      window.ask("office.state", {}),
      window.ask("access.signIn", AWA),
      window.ask("office.state", {}),
      window.ask("access.lock", {}),
      window.ask("office.overview", {}),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, false]);
    expect(answers[2]).toMatchObject({ value: { stage: "open", version: "1.2.3", builtOn: "2026-11-24" } });
    const told = window.heard.map((message) => (message.type === "result" ? message.id : message.type));
    expect(told).toEqual([1, 2, 3, "locked", 4, 5]);
  });

  test("hears nothing in messages that are none, and goes on", async () => {
    const window = openWindow(start(await closedOffice()));
    for (const message of [
      null,
      1,
      "x",
      {},
      { type: "call" },
      { type: "call", id: "1", name: "x" },
      { type: "eval" },
    ])
      window.send(message);
    window.send({ type: "cancel", id: 99 });
    expect(await window.ask("office.state", {})).toMatchObject({ ok: true });
  });

  test("stops an import that is cancelled, and keeps nothing of it", async () => {
    const window = openWindow(start(await closedOffice()));
    await window.ask("access.signIn", AWA);
    const running = window.ask("imports.run", REGISTER);
    window.send({ type: "cancel", id: window.lastId() });
    expect(await running).toMatchObject({ refusal: { code: "request.cancelled" } });
    expect(await window.ask("office.checkUp", {})).toMatchObject({ value: { members: 0, faults: [] } });
    expect(await window.ask("imports.run", REGISTER)).toMatchObject({ ok: true });
  });

  test("tells how far long work is, before its answer", async () => {
    const window = openWindow(start(await closedOffice()));
    await window.ask("access.signIn", AWA);
    await window.ask("imports.run", REGISTER);
    const types = window.heard.map(({ type }) => type);
    expect(types.filter((type) => type === "progress").length).toBeGreaterThan(2);
    expect(types.at(-1)).toBe("result");
  });

  test("ends the long work of a window that another one replaced, and speaks to the new one alone", async () => {
    const running = start(await closedOffice());
    const first = openWindow(running);
    await first.ask("access.signIn", AWA);
    void first.ask("imports.run", REGISTER);
    const heardBefore = first.heard.length;
    const second = openWindow(running);
    expect(await second.ask("office.checkUp", {})).toMatchObject({ value: { members: 0, faults: [] } });
    expect(first.heard.length).toBe(heardBefore);
    expect(await second.ask("access.lock", {})).toMatchObject({ ok: true });
    expect(second.heard.map(({ type }) => type)).toContain("locked");
  });

  test("closes the office and lets go of the folder when it stops", async () => {
    const dir = await closedOffice();
    const first = start(dir);
    const window = openWindow(first);
    await window.ask("access.signIn", AWA);
    await first.stop();
    expect(existsSync(join(dir, "danaya.db-wal"))).toBe(false);
    expect(await openWindow(start(dir)).ask("office.state", {})).toMatchObject({
      value: { stage: "locked" },
    });
  });

  test("refuses a second window program on the same folder, and changes nothing there", async () => {
    const office = await makeTestOffice();
    const window = openWindow(start(office.dir));
    expect(await window.ask("office.state", {})).toMatchObject({ refusal: { code: "office.inUse" } });
    expect(await office.must("office.state", {})).toMatchObject({ stage: "open" });
  });

  test("opens a training office by itself, made at the first start", async () => {
    const dir = join(makeFolder(), "demo");
    const window = openWindow(start(dir, true));
    expect(await window.ask("office.state", {})).toMatchObject({ value: { stage: "open", demo: true } });
    expect(await window.ask("office.checkUp", {})).toMatchObject({ value: { members: 240, faults: [] } });
  }, 240_000);
});

describe("the log of defects", () => {
  test("keeps kind and place, never the message", () => {
    const dir = makeFolder();
    const log = makeLog(dir, () => "2026-11-23T08:15:00.000Z");
    log("membership.readMember", new TypeError("Traoré Aminata is not iterable"));
    log("sync.export", Object.assign(new Error("/media/Clé de Fatou"), { code: "EIO" }));
    log("x", "Traoré");
    const text = readFileSync(join(dir, "defects.log"), "utf8");
    expect(text).toMatch(
      /^2026-11-23T08:15:00\.000Z membership\.readMember TypeError (service\.)?test\.ts:\d+:\d+/,
    );
    expect(text).toContain("sync.export Error EIO");
    expect(text).toContain("x unknown");
    expect(text).not.toMatch(/Traor|Fatou/);
  });

  test("begins a new file when it is large, and keeps one old one", () => {
    const dir = makeFolder();
    const log = makeLog(dir, () => "2026-11-23T08:15:00.000Z");
    writeFileSync(join(dir, "defects.log"), "x".repeat(300_000));
    log("a", new Error("b"));
    expect(readFileSync(join(dir, "defects.log"), "utf8").length).toBeLessThan(2_000);
    expect(readFileSync(join(dir, "defects.log.old")).length).toBe(300_000);
  });

  test("is silent where nothing can be written", () => {
    makeLog(join(makeFolder(), "gone"), () => "")("a", new Error("b"));
  });
});
