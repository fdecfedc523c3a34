import type {
  CountedRecord,
  Measured,
  MeasuredBy,
  MeasuredPlace,
  MeasureRequest,
  MeasureSource,
  NamedSpan,
  RecordRequest,
} from "../measuring.ts";

/*
 * Measures whose rules are not SQL: each says which records it counts in a span, with what each adds and in which group
 * it stands. The figure is their sum, so that what a click shows adds up to what was clicked.
 */

/** A record in one group; the key is empty where nothing is asked to be divided. */
export type Tallied = CountedRecord & { readonly key: string };

/** The records of one measure in one span. What cannot be divided so counts nothing. */
export type Counting<C> = (counted: C, span: NamedSpan, by: MeasuredBy | null) => readonly Tallied[];

/** What is read once for all spans. `labels`: records are shown, so that what they are called is read too. */
export interface Opened extends MeasuredPlace {
  readonly spans: readonly NamedSpan[];
  readonly labels: boolean;
}

export interface TallySource<C> {
  readonly open: (opened: Opened) => C;
  /** What is read of more days up to the same one serves fewer of them. */
  readonly isShared?: true;
  readonly countings: Readonly<Record<string, Counting<C>>>;
  readonly groupNames: NonNullable<MeasureSource["groupNames"]>;
}

function addedUp(rows: readonly Tallied[], measure: string, span: string): Measured[] {
  const sums = new Map<string, number>();
  for (const { key, value } of rows) sums.set(key, (sums.get(key) ?? 0) + value);
  // Hours are parts of sixty: to hundredths, so that no sum ends in crumbs.
  return [...sums].map(([group, value]) => ({ measure, span, group, value: Math.round(value * 100) / 100 }));
}

function byDay(one: CountedRecord, other: CountedRecord): number {
  const [a, b] = [`${one.on ?? ""} ${one.label}`, `${other.on ?? ""} ${other.label}`];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Opens once for a reading of a place, as far as its days reach. */
function openedOnce<C>(open: (opened: Opened) => C): (opened: Opened) => C {
  const kept = new WeakMap<object, { office: string; from: string; to: string; counted: C }>();
  return (opened) => {
    const { from, to } = outermost(opened.spans);
    const { office } = opened;
    const known = opened.reading === undefined ? undefined : kept.get(opened.reading);
    const isHeld = known?.office === office && known.from <= from && known.to === to;
    if (isHeld) return known.counted;
    const counted = open(opened);
    if (opened.reading !== undefined) kept.set(opened.reading, { office, from, to, counted });
    return counted;
  };
}

/** A source of such measures. */
export function tallySource<C>({ open, isShared, countings, groupNames }: TallySource<C>): MeasureSource {
  const openFor = isShared === true ? openedOnce(open) : open;
  const measure = (request: MeasureRequest): Measured[] => {
    const { measures, by, ...place } = request;
    const { spans } = place;
    const counted = openFor({ ...place, labels: false });
    return measures.flatMap((name) =>
      spans.flatMap((span) => addedUp(countings[name]?.(counted, span, by) ?? [], name, span.key)),
    );
  };
  const records = (request: RecordRequest): CountedRecord[] => {
    const { span, by, key, call, reader, office, isOwn } = request;
    const counted = open({ call, reader, office, isOwn, spans: [span], labels: true });
    const rows = countings[request.measure]?.(counted, span, by) ?? [];
    return rows
      .filter((row) => row.key === key)
      .map(({ key: _, ...record }) => record)
      .sort(byDay);
  };
  return { measures: Object.keys(countings), measure, records, groupNames };
}

/** Records of a measure that has no group of its own, divided by office or not at all. */
export function byOffice(by: MeasuredBy | null, rows: readonly CountedRecord[]): readonly Tallied[] {
  if (by === null) return rows.map((row) => ({ ...row, key: "" }));
  return by === "office" ? rows.map((row) => ({ ...row, key: row.office })) : [];
}

/** The first day and the last of all spans. */
export function outermost(spans: readonly NamedSpan[]): { readonly from: string; readonly to: string } {
  const from = spans.map((span) => span.from).sort()[0] ?? "2000-01-01";
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  return { from, to: to ?? from };
}

/** A value that is read when it is first asked for. */
export function once<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: read() };
    return known.value;
  };
}
