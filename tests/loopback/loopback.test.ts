import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decode, encode } from "@msgpack/msgpack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { buildScreen } from "../../scripts/buildScreen.ts";
import { type Loopback, startLoopback } from "../../src/loopback/startLoopback.ts";
import { enter, openLine } from "./openLine.ts";

let loopback: Loopback;
const dataDir = mkdtempSync(join(tmpdir(), "danaya-loopback-"));

beforeAll(async () => {
  await buildScreen();
  loopback = await startLoopback({ dataDir, demo: false, open: false });
});

afterAll(async () => {
  await loopback.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A request with headers that `fetch` would not let through. */
function ask(path: string, headers: Record<string, string>): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, loopback.origin), { headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        body += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sent.on("error", reject).end();
  });
}

/** Tries to open a WebSocket; resolves with the HTTP status of the refusal, or "open". */
function knock(path: string, headers: Record<string, string>): Promise<number | "open"> {
  const socket = new WebSocket(`${loopback.origin.replace("http", "ws")}${path}`, { headers });
  return new Promise((resolve) => {
    socket.once("open", () => {
      socket.terminate();
      resolve("open");
    });
    socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
    socket.once("error", () => undefined);
  });
}

describe("the pages", () => {
  test("listen on this machine only", () => {
    expect(loopback.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  test("open with the one-time address, which then is of no use to anybody", async () => {
    const url = loopback.issueUrl();
    const first = await fetch(url, { redirect: "manual" });
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/");
    const second = await fetch(url, { redirect: "manual" });
    expect(second.status).toBe(403);
    expect(second.headers.get("set-cookie")).toBeNull();
    expect(await second.text()).toContain("Cette adresse a déjà servi");
  });

  test("are closed to a browser without the cookie", async () => {
    const response = await fetch(loopback.origin);
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain("<script");
  });

  test("come with the headers that keep them to themselves, refusals too", async () => {
    const cookie = await enter(loopback.issueUrl());
    for (const headers of [{ cookie }, {}]) {
      const response = await fetch(loopback.origin, { headers });
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("serve the built screen, each file under its own type", async () => {
    const cookie = await enter(loopback.issueUrl());
    const page = await (await fetch(loopback.origin, { headers: { cookie } })).text();
    const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
    const response = await fetch(`${loopback.origin}${script}`, { headers: { cookie } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/javascript");
  });

  test.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/renderer.stamp",
    "/%00",
    "/%",
    "/assets",
  ])("serve nothing outside of the screen: %s", async (path) => {
    const cookie = await enter(loopback.issueUrl());
    const socketPath = await ask(path, { host: new URL(loopback.origin).host, cookie });
    expect(socketPath.status).toBe(404);
  });

  test("refuse a request that was addressed to another name, even with the cookie", async () => {
    const cookie = await enter(loopback.issueUrl());
    const answer = await ask("/", { host: "registre.example", cookie });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain("Demande refusée");
  });

  test("take no other method than reading", async () => {
    const cookie = await enter(loopback.issueUrl());
    const response = await fetch(loopback.origin, { method: "POST", headers: { cookie } });
    expect(response.status).toBe(405);
  });
});

describe("the line", () => {
  test("reaches the service: it says that the folder is empty", async () => {
    const line = await openLine(loopback.issueUrl());
    const state = await line.client.office.state({});
    expect(state).toMatchObject({ ok: true, value: { stage: "empty", demo: false } });
    line.close();
  });

  test("is closed to a foreign origin, to none, without the cookie, and under another path", async () => {
    const cookie = await enter(loopback.issueUrl());
    const { origin } = loopback;
    expect(await knock("/port", { cookie, origin })).toBe("open");
    expect(await knock("/port", { cookie, origin: "http://registre.example" })).toBe(403);
    expect(await knock("/port", { cookie })).toBe(403);
    expect(await knock("/port", { origin })).toBe(403);
    expect(await knock("/other", { cookie, origin })).toBe(403);
    expect(await knock("/port", { cookie, origin, host: "registre.example" })).toBe(403);
  });

  test("belongs to the newest window; the one before is told why it lost it", async () => {
    const older = await openLine(loopback.issueUrl());
    const newer = await openLine(loopback.issueUrl());
    expect(await older.closed).toBe(4001);
    expect((await newer.client.office.state({})).ok).toBe(true);
    newer.close();
  });

  test("ends on a text frame and on bytes that are no message", async () => {
    for (const frame of ["hello", new Uint8Array([0xc1])]) {
      const line = await openLine(loopback.issueUrl());
      line.socket.send(frame);
      expect(await line.closed).toBe(4002);
    }
  });

  test("refuses what no screen asks, and lives on", async () => {
    const line = await openLine(loopback.issueUrl());
    const answers: unknown[] = [];
    line.socket.on("message", (data: Buffer) => answers.push(decode(data)));
    line.socket.send(encode({ type: "stop" }));
    line.socket.send(encode(["call", 1]));
    line.socket.send(encode({ type: "call", id: 77, name: "office.noSuchThing", input: {} }));
    await expect.poll(() => answers.length).toBeGreaterThan(0);
    expect(answers[0]).toMatchObject({ type: "result", id: 77, result: { ok: false } });
    expect((await line.client.office.state({})).ok).toBe(true);
    line.close();
  });

  test("carries a whole document: the new office's recovery code as a PDF file", async () => {
    const line = await openLine(loopback.issueUrl());
    const created = await line.client.office.create({
      code: "KTL",
      name: "Koutiala",
      region: "Sikasso",
      parentCode: null,
      headquarters: false,
      language: "fr",
      person: { name: "Awa Coulibaly", login: "awa", role: "coordinator" },
      passphrase: "le marché de Koutiala ouvre jeudi",
    });
    if (!created.ok) throw new Error(created.refusal.code);
    const { bytes } = created.value.sheet;
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe("%PDF-");
    const faults = await line.client.office.checkUp({});
    expect(faults).toMatchObject({ ok: true, value: { faults: [] } });
    line.close();
  });
});

describe("the end", () => {
  test("closes the window's line, the service and the port; the address is dead", async () => {
    const folder = mkdtempSync(join(tmpdir(), "danaya-loopback-"));
    const own = await startLoopback({ dataDir: folder, demo: false, open: false });
    const line = await openLine(own.url);
    await own.close();
    await own.ended;
    expect([1005, 1006, 4003]).toContain(await line.closed);
    await expect(fetch(own.origin)).rejects.toThrow();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a port that is taken is said so, and leaves no service behind", async () => {
    const folder = mkdtempSync(join(tmpdir(), "danaya-loopback-"));
    const port = Number(new URL(loopback.origin).port);
    await expect(startLoopback({ dataDir: folder, demo: false, open: false, port })).rejects.toThrow(
      "EADDRINUSE",
    );
    rmSync(folder, { recursive: true, force: true });
  });
});
