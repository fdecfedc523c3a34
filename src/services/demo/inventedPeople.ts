import type { BirthDate, MemberDetails } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths, yearOf } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";

interface Origin {
  readonly nationality: string;
  readonly surnames: readonly string[];
  readonly firstNames: readonly string[];
  readonly languages: readonly string[];
}

const MALI: Origin = {
  nationality: "ML",
  surnames: [
    "Coulibaly",
    "Diarra",
    "Traoré",
    "Konaté",
    "Keïta",
    "Sissoko",
    "Sidibé",
    "Diallo",
    "Dembélé",
    "Sangaré",
    "Koné",
    "Touré",
    "Cissé",
    "Kanté",
    "Samaké",
    "Maïga",
    "Fofana",
    "Goïta",
    "Sanogo",
    "Ballo",
    "Bengaly",
    "Ouattara",
    "Dao",
    "Togola",
    "Guindo",
    "Doumbia",
    "Haïdara",
    "Kamaté",
    "Tangara",
    "Sacko",
  ],
  firstNames: [
    "Awa",
    "Fatoumata",
    "Aminata",
    "Mariam",
    "Kadiatou",
    "Oumou",
    "Assitan",
    "Djénéba",
    "Rokia",
    "Hawa",
    "Bintou",
    "Korotoumou",
    "Ramata",
    "Nana",
    "Sira",
    "Kankou",
    "Maïmouna",
    "Sitan",
    "Alimata",
    "Salimata",
    "Niagalé",
    "Tènin",
    "Adama",
    "Safiatou",
    "Batoma",
    "Yɛlɛn",
    "Sɛtu",
  ],
  languages: ["bamanankan", "français", "minyanka", "sénoufo", "peul", "soninké"],
};

const NEIGHBOURS: readonly Origin[] = [
  {
    nationality: "NG",
    surnames: ["Okafor", "Adeyemi", "Eze", "Balogun", "Obi"],
    firstNames: ["Joy", "Blessing", "Grace", "Mercy", "Faith", "Precious"],
    languages: ["anglais", "igbo", "yoruba"],
  },
  {
    nationality: "CI",
    surnames: ["Kouassi", "Yao", "Koffi", "N'Guessan"],
    firstNames: ["Affoué", "Akissi", "Adjoua", "Marie-Laure", "Aya"],
    languages: ["français", "baoulé", "dioula"],
  },
  {
    nationality: "BF",
    surnames: ["Kaboré", "Ouédraogo", "Zongo"],
    firstNames: ["Rasmata", "Alimata", "Awa"],
    languages: ["mooré", "français", "dioula"],
  },
  {
    nationality: "GH",
    surnames: ["Mensah", "Owusu", "Boateng"],
    firstNames: ["Akosua", "Abena", "Efua"],
    languages: ["anglais", "twi"],
  },
  {
    nationality: "TG",
    surnames: ["Agbeko", "Lawson"],
    firstNames: ["Afi", "Ablavi"],
    languages: ["français", "éwé"],
  },
  {
    nationality: "GN",
    surnames: ["Bangoura", "Barry", "Camara"],
    firstNames: ["Hadja", "Fanta", "Mabinty"],
    languages: ["français", "soussou", "peul"],
  },
];

const QUARTERS = ["Koko", "Hamdallaye", "Médina Coura", "Bougoula", "Darsalam", "Lafiala", "M'Pèssoba"];

/** She was an adult on the day she joined, even if only the year is known. */
function inventBirth(dice: Dice, joinedOn: CalendarDate): BirthDate {
  const year = yearOf(joinedOn) - 19 - dice.roll(25);
  const kind = dice.roll(10);
  if (kind === 0) return { kind: "year", year };
  if (kind === 1) return { kind: "estimated", year: year - (year % 5) };
  return { kind: "exact", on: addDays(`${year}-01-01`, dice.roll(365)) };
}

/** Numbers that no operator gives out to people: the eight digits begin with 50 00. */
function inventPhone(dice: Dice): string {
  return `+223500${String(dice.roll(100_000)).padStart(5, "0")}`;
}

/** A plausible woman who does not exist. @param joinedOn the day she enters the register */
export function inventMember(dice: Dice, joinedOn: CalendarDate, today: CalendarDate): MemberDetails {
  const origin = dice.percent(80) ? MALI : dice.pick(NEIGHBOURS);
  const firstName = dice.pick(origin.firstNames);
  const hasContact = dice.percent(70);
  const consentSigned = dice.percent(75);
  const consentOn = addMonths(joinedOn, dice.roll(3));
  return {
    surname: dice.pick(origin.surnames),
    firstNames: dice.percent(25) ? `${firstName} ${dice.pick(origin.firstNames)}` : firstName,
    alsoKnownAs: dice.percent(12) ? dice.pick(MALI.firstNames) : "",
    birth: dice.percent(97) ? inventBirth(dice, joinedOn) : null,
    nationality: origin.nationality,
    languages: origin.languages.slice(0, 1 + dice.roll(2)),
    phone: dice.percent(85) ? inventPhone(dice) : "",
    locality: dice.pick(QUARTERS),
    workSetting: dice.percent(80)
      ? dice.pick(["street", "bar", "closedHouse", "clandestine"] as const)
      : null,
    childrenInCare: dice.percent(85) ? dice.roll(7) : null,
    literacy: dice.pick(["none", "none", "some", "reads", "readsAndWrites"] as const),
    emergencyName: hasContact ? `${dice.pick(MALI.firstNames)} ${dice.pick(MALI.surnames)}` : "",
    emergencyPhone: hasContact ? inventPhone(dice) : "",
    emergencyRelation: hasContact ? dice.pick(["sœur", "mère", "amie", "tante", "fille"]) : "",
    paperKind: dice.percent(40)
      ? dice.pick(["nina", "nationalCard", "consularCard", "birthCertificate"] as const)
      : null,
    paperNumber: "",
    consentOn: consentSigned ? (consentOn > today ? today : consentOn) : null,
    consentSigned,
    joinedOn,
    notes: "",
  };
}
