import type { OfficeCode } from "../../contract/primitives.ts";

/** What is particular to one office of the demonstration. */
export interface Story {
  readonly code: OfficeCode;
  readonly name: string;
  readonly region: string;
  readonly parentCode: OfficeCode | null;
  readonly headquarters: boolean;
  readonly members: number;
  readonly seed: number;
  /** How long it has been lived, up to today. */
  readonly months: number;
  /** Premises of the association that it lets. */
  readonly premises: number;
  /** Quarters of the town. */
  readonly quarters: readonly string[];
  /** One of her registers has the same woman as another office's. */
  readonly hasTwin: boolean;
  /** Months of which a report was issued. */
  readonly monthlyReports: number;
  /** One month of fuel that is far from all others. */
  readonly hasOutlier: boolean;
  /** Days since its last stick: an office that is late. */
  readonly silentDays: number;
}

const QUARTERS: Readonly<Record<string, readonly string[]>> = {
  BKO: ["Badalabougou", "Hamdallaye", "Lafiabougou", "Missira", "Niaréla", "Sogoniko"],
  KTL: ["Koko", "Hamdallaye", "Médina Coura", "Bougoula", "Darsalam", "Lafiala", "M’Pèssoba"],
  MPT: ["Komoguel", "Gangal", "Toguel", "Taïkiri", "Sévaré", "Médina Coura"],
  SEG: ["Angoulême", "Médine", "Hamdallaye", "Bagadadji", "Pélengana", "Sido Soninkoura"],
  SKS: ["Wayerma", "Médine", "Sanoubougou", "Mancourani", "Kaboïla", "Hamdallaye"],
  KYS: ["Khasso", "Légal Ségou", "Liberté", "Plateau", "N’Di"],
  GAO: ["Sossokoïra", "Aljanabandia", "Château", "Djoulabougou", "Gadèye"],
  MRL: ["Sanso", "Koumantou", "Cité de la mine", "Domba"],
};

interface Outline extends Partial<Story> {
  readonly code: OfficeCode;
  readonly name: string;
  readonly members: number;
}

function story({ code, name, members, ...rest }: Outline): Story {
  return {
    ...{ code, name, region: name, parentCode: null, headquarters: code === "BKO", members },
    ...{ seed: 2026, months: 24, premises: 10, quarters: QUARTERS[code] ?? ["Médine"] },
    ...{ hasTwin: false, hasOutlier: false, silentDays: 21, monthlyReports: 6 },
    ...rest,
  };
}

/** The training office: Koutiala with two years behind it. */
export function trainingStory(about: { members: number; seed: number; months?: number }): Story {
  return story({ code: "KTL", name: "Koutiala", ...about });
}

/** Bamako's own branch, which is an antenna too. */
export function headquartersStory(about: { seed: number; months?: number; members?: number }): Story {
  return story({ code: "BKO", name: "Bamako", members: 150, premises: 8, monthlyReports: 2, ...about });
}

/**
 * The offices whose sticks headquarters' demonstration takes in: each with a life of its own.
 * @param about.members of the largest; the others have their share of it
 */
export function officeStories(about: { seed: number; members?: number; months?: number }): Story[] {
  const { members: most = 140, seed, ...rest } = about;
  const outlines: readonly Outline[] = [
    { code: "KTL", name: "Koutiala", members: 100, premises: 9, hasTwin: true, silentDays: 4 },
    { code: "MPT", name: "Mopti", members: 64, premises: 5, hasOutlier: true },
    { code: "SEG", name: "Ségou", members: 86, premises: 6, silentDays: 6 },
    { code: "SKS", name: "Sikasso", members: 93, premises: 7, hasTwin: true, silentDays: 8 },
    { code: "KYS", name: "Kayes", members: 57, premises: 4, silentDays: 62 },
    { code: "GAO", name: "Gao", members: 43, premises: 2, silentDays: 12 },
    { code: "MRL", name: "Morila-Sanso", region: "Sikasso", parentCode: "SKS", members: 43, premises: 1 },
  ];
  return outlines.map((outline, index) =>
    story({
      ...{ monthlyReports: 2, ...outline },
      ...rest,
      members: Math.round((outline.members * most) / 100),
      seed: seed + index + 1,
    }),
  );
}
