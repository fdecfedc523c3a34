import { z } from "zod";
import type { Progress } from "./index.ts";
import type { Result } from "./results.ts";

/**
 * What passes between a window and the service, whatever carries it: a MessagePort (desktop), or a
 * WebSocket with MessagePack frames (loopback).
 */
export const FromScreen = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("call"), id: z.int(), name: z.string().max(80), input: z.unknown() }),
  z.strictObject({ type: z.literal("cancel"), id: z.int() }),
]);
export type FromScreen = z.infer<typeof FromScreen>;

export type ToScreen =
  | { readonly type: "result"; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: "progress"; readonly id: number; readonly progress: Progress }
  /** The service locked itself (idle) or was locked from elsewhere: the screen shows the sign-in page. */
  | { readonly type: "locked" };
