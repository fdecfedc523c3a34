import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Instant } from "../../../../src/contract/primitives.ts";
import type { ReportSection } from "../../../../src/contract/reportingTerms.ts";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { dropDraft, readDraft, saveDraft } from "../../../lib/drafts.ts";
import { type TextEdits, unsavedTexts, waitBeforeSaving } from "./textEdits.ts";

/** Where a text stands on its way into the register. */
export interface TextState {
  readonly text: string;
  readonly isSaved: boolean;
  /** Since this page is open; null before. */
  readonly savedAt: Instant | null;
}

export interface Texts {
  readonly stateOf: (section: ReportSection) => TextState;
  readonly write: (section: ReportSection, text: string) => void;
  /** Everything that is not in the register yet, now. @returns whether it all is */
  readonly save: () => Promise<boolean>;
  /** The same for who only leaves a field: the note below it says what is not saved yet. */
  readonly saveQuietly: () => void;
  readonly refusal: Refusal | null;
}

type Draft = Pick<ReportDraft, "key" | "sections">;

/** The texts of one report: they save themselves, and outlive a lock before they could. */
export function useTexts(draft: Draft): Texts {
  const { key, sections } = draft;
  const place = `reporting.texts.${key.kind}.${key.period}.${key.project ?? ""}`;
  const [edits, setEdits] = useState<TextEdits>(() => readDraft<TextEdits>(place) ?? {});
  // Two keys may be pressed before the screen is painted anew.
  const latest = useRef(edits);
  const sending = useSending(draft, () => latest.current);
  const later = useLater(sending.save);
  const write = (section: ReportSection, text: string) => {
    latest.current = { ...latest.current, [section]: text };
    saveDraft(place, latest.current);
    setEdits(latest.current);
    later.plan();
  };
  const save = async () => {
    later.forget();
    const isDone = await sending.save();
    if (isDone && unsavedTexts(latest.current, sending.saved.current).length === 0) dropDraft(place);
    return isDone;
  };
  useLeaving(save);
  const stateOf = (section: ReportSection): TextState => {
    const saved = sending.saved.current.get(section) ?? "";
    const text = edits[section] ?? sections.find((one) => one.section === section)?.text ?? "";
    return { text, isSaved: text === saved, savedAt: sending.savedAt.get(section) ?? null };
  };
  const saveQuietly = () => {
    save().catch(() => undefined);
  };
  return { stateOf, write, save, saveQuietly, refusal: sending.refusal };
}

/** Sends what is not saved, one request after the other, so that an older text never comes after a newer one. */
function useSending({ key, sections }: Draft, edits: () => TextEdits) {
  const queries = useQueryClient();
  const { tell } = useTell("reporting.saveText", { invalidates: [] });
  const saved = useRef(new Map(sections.map(({ section, text }) => [section, text])));
  const [savedAt, setSavedAt] = useState<ReadonlyMap<ReportSection, Instant>>(new Map());
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const sendAll = async (): Promise<boolean> => {
    for (const { section, text } of unsavedTexts(edits(), saved.current)) {
      const result = await tell({ ...key, section, text });
      setRefusal(result.ok ? null : result.refusal);
      if (!result.ok) return false;
      saved.current.set(section, text);
      setSavedAt((before) => new Map(before).set(section, result.value.savedOn));
      // The first page says whether somebody has begun.
      void queries.invalidateQueries({ queryKey: ["reporting.tasks"] });
    }
    return true;
  };
  const save = (): Promise<boolean> => {
    // A request that broke off is not the end: the next one sends all that is still unsaved.
    const next = last.current.catch(() => false).then(sendAll);
    last.current = next;
    return next;
  };
  return { saved, savedAt, refusal, save };
}

/** Saves after a pause; who goes on typing without one is saved all the same. */
function useLater(save: () => Promise<boolean>) {
  const timer = useRef<number | undefined>(undefined);
  const first = useRef<number | null>(null);
  const forget = () => {
    window.clearTimeout(timer.current);
    first.current = null;
  };
  const run = () => {
    first.current = null;
    // Whoever is cut off is told so by the frame around the page, and what was typed is kept.
    save().catch(() => undefined);
  };
  const plan = () => {
    window.clearTimeout(timer.current);
    first.current ??= performance.now();
    timer.current = window.setTimeout(run, waitBeforeSaving(performance.now() - first.current));
  };
  return { plan, forget };
}

/** Saves when the page is left, also by a lock, and at once what a lock kept from being saved. */
function useLeaving(save: () => Promise<boolean>): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const now = () => {
      latest.current().catch(() => undefined);
    };
    now();
    window.addEventListener("pagehide", now);
    return () => {
      window.removeEventListener("pagehide", now);
      now();
    };
  }, []);
}
