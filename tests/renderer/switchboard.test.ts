import { describe, expect, test } from "vitest";
import { ConnectionLost, makeSwitchboard } from "../../renderer/lib/switchboard.ts";
import { accept, refuse } from "../../src/contract/results.ts";
import type { FromScreen } from "../../src/contract/wire.ts";

function board() {
  const posted: FromScreen[] = [];
  let locks = 0;
  const made = makeSwitchboard(
    (message) => posted.push(message),
    () => {
      locks += 1;
    },
  );
  return { ...made, posted, locks: () => locks };
}

describe("the line to the service", () => {
  test("brings each answer to the call that asked, in any order", async () => {
    const { send, receive, posted } = board();
    const first = send("office.state", {});
    const second = send("sync.state", {});
    receive({ type: "result", id: posted[1]?.id ?? 0, result: refuse("access.notSignedIn") });
    receive({ type: "result", id: posted[0]?.id ?? 0, result: accept("first") });
    expect(await first).toEqual(accept("first"));
    expect(await second).toEqual(refuse("access.notSignedIn"));
  });

  test("reports progress of long work until its answer", async () => {
    const { send, receive } = board();
    const seen: number[] = [];
    const call = send("imports.run", {}, { onProgress: ({ done }) => seen.push(done) });
    receive({ type: "progress", id: 1, progress: { done: 10, total: 20 } });
    receive({ type: "result", id: 1, result: accept(null) });
    receive({ type: "progress", id: 1, progress: { done: 20, total: 20 } });
    await call;
    expect(seen).toEqual([10]);
  });

  test("asks the service to stop, and only while the call waits", async () => {
    const { send, receive, posted } = board();
    const early = new AbortController();
    const late = new AbortController();
    const stopped = send("imports.run", {}, { signal: early.signal });
    const finished = send("office.checkUp", {}, { signal: late.signal });
    early.abort();
    receive({ type: "result", id: 1, result: refuse("request.cancelled") });
    receive({ type: "result", id: 2, result: accept(null) });
    late.abort();
    expect(await stopped).toEqual(refuse("request.cancelled"));
    await finished;
    expect(posted.filter((message) => message.type === "cancel")).toEqual([{ type: "cancel", id: 1 }]);
  });

  test("says when the service locked itself", () => {
    const { receive, locks } = board();
    receive({ type: "locked" });
    expect(locks()).toBe(1);
  });

  test("ends every waiting call when it is lost, and every later one", async () => {
    const { send, lose } = board();
    const waiting = send("office.state", {});
    lose("gone");
    lose("elsewhere");
    await expect(waiting).rejects.toEqual(new ConnectionLost("gone"));
    await expect(send("office.state", {})).rejects.toBeInstanceOf(ConnectionLost);
  });

  test("drops an answer that nobody waits for", () => {
    const { receive } = board();
    expect(() => receive({ type: "result", id: 99, result: accept(1) })).not.toThrow();
  });
});
