import type { CallOptions, OperationName, Progress } from "../../src/contract/index.ts";
import type { Result } from "../../src/contract/results.ts";
import type { FromScreen, ToScreen } from "../../src/contract/wire.ts";

/** Why there is no service any more: another window took its place, or it stopped. */
export type Loss = "elsewhere" | "gone";

/** Thrown into every call that waits when the connection ends, and into every later one. */
export class ConnectionLost extends Error {
  readonly loss: Loss;

  constructor(loss: Loss) {
    super(`connection lost: ${loss}`);
    this.name = "ConnectionLost";
    this.loss = loss;
  }
}

export type Send = (name: OperationName, input: unknown, options?: CallOptions) => Promise<Result<unknown>>;

export interface Switchboard {
  readonly send: Send;
  /** A message from the service. Answers to nobody are dropped: the call was abandoned. */
  receive(message: ToScreen): void;
  /** Rejects what waits; nothing can be sent afterwards. */
  lose(loss: Loss): void;
}

interface Waiting {
  readonly resolve: (result: Result<unknown>) => void;
  readonly reject: (reason: ConnectionLost) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/**
 * Pairs calls with their answers over any carrier.
 * @param post      puts one message on the carrier
 * @param onLocked  the service locked itself, or was locked from elsewhere
 */
export function makeSwitchboard(post: (message: FromScreen) => void, onLocked: () => void): Switchboard {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let lost: ConnectionLost | null = null;

  function send(name: OperationName, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> {
    if (lost) return Promise.reject(lost);
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress: options.onProgress });
      post({ type: "call", id, name, input });
      // The service answers a cancelled call too (`request.cancelled`), so that the screen never guesses.
      options.signal?.addEventListener("abort", () => {
        if (waiting.has(id)) post({ type: "cancel", id });
      });
    });
  }

  function receive(message: ToScreen): void {
    if (message.type === "locked") {
      onLocked();
      return;
    }
    const call = waiting.get(message.id);
    if (!call) return;
    if (message.type === "progress") {
      call.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    call.resolve(message.result);
  }

  function lose(loss: Loss): void {
    if (lost) return;
    const reason = new ConnectionLost(loss);
    lost = reason;
    for (const call of waiting.values()) call.reject(reason);
    waiting.clear();
  }

  return { send, receive, lose };
}
