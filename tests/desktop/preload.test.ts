import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { joinPage } from "../../src/desktop/joinPage.ts";

/** A page's window as far as the preload sees it: what is posted to it comes back as a message event. */
function makePage(origin: string) {
  const events = new EventEmitter();
  const received: { message: unknown; ports: readonly string[] }[] = [];
  const page = {
    location: { origin },
    addEventListener: (
      type: string,
      listener: (event: { source: unknown; origin: string; data: unknown }) => void,
    ) => void events.on(type, listener),
    postMessage: (message: unknown, _target: string, ports: string[]) =>
      void received.push({ message, ports }),
  };
  const say = (data: unknown, from: unknown = page): boolean =>
    events.emit("message", { source: from, origin, data });
  return { page, received, say };
}

function makeIpc() {
  const events = new EventEmitter();
  const sent: string[] = [];
  return {
    sent,
    answer: (ports: string[]): boolean => events.emit("danaya:port", { ports }),
    ipc: {
      send: (channel: string) => void sent.push(channel),
      on: (channel: string, listener: (event: { ports: string[] }) => void) => events.on(channel, listener),
    },
  };
}

describe("the preload", () => {
  test("passes the page's wish on, and the port back", () => {
    const { page, received, say } = makePage("danaya://office");
    const { ipc, sent, answer } = makeIpc();
    joinPage(ipc, page);
    say({ type: "danaya:ready" });
    expect(sent).toEqual(["danaya:ready"]);
    answer(["the port"]);
    expect(received).toEqual([{ message: { type: "danaya:port" }, ports: ["the port"] }]);
  });

  test("passes nothing else on, and nothing from a frame", () => {
    const { page, say } = makePage("danaya://office");
    const { ipc, sent } = makeIpc();
    joinPage(ipc, page);
    say({ type: "danaya:port" });
    say({ type: "danaya:ready", channel: "anything" }, {});
    say("danaya:ready");
    expect(sent).toEqual([]);
  });
});
