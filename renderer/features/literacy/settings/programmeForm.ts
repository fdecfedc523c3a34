import type { UseFormReturnType } from "@mantine/form";
import type { LiteracyLevel, ProgrammeDetails, SkillDomain } from "../../../../src/contract/literacyTerms.ts";
import type { Typed } from "../formFaults.ts";

export const LANGUAGES = ["fr", "bm", "other"] as const;

/** A skill while it is being typed. */
export interface TypedSkill {
  readonly code: string;
  readonly domain: SkillDomain;
  readonly name: string;
  readonly most: Typed;
}

/** The form of a programme. */
export type ProgrammeValues = {
  code: string;
  name: string;
  level: LiteracyLevel;
  language: (typeof LANGUAGES)[number];
  /** In words, where it is neither of the two. */
  otherLanguage: string;
  skills: readonly TypedSkill[];
  pass: { overall: Typed; eachDomain: Typed; attendance: Typed };
  plannedHours: Typed;
  active: boolean;
};

export type ProgrammeFormType = UseFormReturnType<ProgrammeValues>;

const USUAL_MOST = 10;

/** The next skill: of the domain that the last one has. */
export function nextSkill(skills: readonly TypedSkill[]): TypedSkill {
  const last = skills.at(-1);
  return { code: "", name: "", domain: last?.domain ?? "reading", most: last?.most ?? USUAL_MOST };
}

export function emptyProgramme(): ProgrammeValues {
  return {
    code: "",
    name: "",
    level: "beginner",
    language: "fr",
    otherLanguage: "",
    skills: [],
    pass: { overall: 50, eachDomain: 40, attendance: 60 },
    plannedHours: "",
    active: true,
  };
}

export function programmeValues(details: ProgrammeDetails): ProgrammeValues {
  const { code, name, level, language, skills, pass, plannedHours, active } = details;
  const known = language === "fr" || language === "bm" ? language : null;
  return {
    ...{ code, name, level, skills, pass, plannedHours, active },
    language: known ?? "other",
    otherLanguage: known === null ? language : "",
  };
}

const orMissing = (value: Typed): number | null => (value === "" ? null : value);

/** What the form says, in the shape of the contract, still to be parsed by it. */
export function programmeDetails(values: ProgrammeValues) {
  const { code, name, level, language, otherLanguage, skills, pass, plannedHours, active } = values;
  return {
    ...{ name, level, active },
    code: code.trim().toUpperCase(),
    language: language === "other" ? otherLanguage : language,
    skills: skills.map((skill) => ({
      ...skill,
      code: skill.code.trim().toUpperCase(),
      most: orMissing(skill.most),
    })),
    pass: {
      overall: orMissing(pass.overall),
      eachDomain: orMissing(pass.eachDomain),
      attendance: orMissing(pass.attendance),
    },
    plannedHours: orMissing(plannedHours),
  };
}

/** Whether two skills go by one code. */
export function hasTwins(skills: readonly TypedSkill[]): boolean {
  const codes = skills.map(({ code }) => code.trim().toUpperCase()).filter((code) => code !== "");
  return new Set(codes).size !== codes.length;
}
