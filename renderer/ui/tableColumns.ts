import { type ColumnDef, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";

/** A column of a `VirtualTable`. */
export interface TableColumn<Row, SortKey extends string = never> {
  readonly id: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track: `8rem`, `minmax(12rem, 2fr)`. */
  readonly width: string;
  readonly align?: "left" | "right";
  /** The heading sorts by this. */
  readonly sort?: SortKey;
}

/** Sorting, filtering and paging are the service's: the table only models columns and cells. */
export const features = tableFeatures({});

export interface Place<Row> {
  readonly index: number;
  /** Undefined while it is on the way. */
  readonly row: Row | undefined;
}

export type PlaceColumn<Row> = ColumnDef<typeof features, Place<Row>, unknown>;

/** One grid line for heading and rows alike. */
export function tracks(columns: readonly { readonly width: string }[]): string {
  return columns.map((column) => column.width).join(" ");
}
