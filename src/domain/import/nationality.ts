import { foldText } from "../names/foldText.ts";

/** ISO 3166-1 alpha-2 → the country and its people, folded, French and English, as registers write them. */
const COUNTRIES: Readonly<Record<string, string>> = {
  ML: "mali,malien,malienne,maliens,maliennes,malian",
  BF: "burkina faso,burkina,burkinabe,burkinabee,burkinabaise,burkinais",
  CI: "cote d ivoire,cote divoire,rci,ivoirien,ivoirienne,ivory coast,ivorian",
  GN: "guinee,guinee conakry,guineen,guineenne,guinea,guinean",
  GW: "guinee bissau,bissau guineenne,bissau guineen,guinea bissau",
  SN: "senegal,senegalais,senegalaise,senegalese",
  GM: "gambie,gambien,gambienne,gambia,gambian",
  NG: "nigeria,nigerian,nigeriane",
  NE: "niger,nigerien,nigerienne",
  GH: "ghana,ghaneen,ghaneenne,ghanean,ghanaian",
  TG: "togo,togolais,togolaise,togolese",
  BJ: "benin,beninois,beninoise,beninese",
  SL: "sierra leone,sierra leonais,sierra leonaise,sierra leonean,leonaise,leonais",
  LR: "liberia,liberien,liberienne,liberian",
  MR: "mauritanie,mauritanien,mauritanienne,mauritania,mauritanian",
  DZ: "algerie,algerien,algerienne,algeria,algerian",
  MA: "maroc,marocain,marocaine,morocco,moroccan",
  TN: "tunisie,tunisien,tunisienne,tunisia,tunisian",
  LY: "libye,libyen,libyenne,libya,libyan",
  TD: "tchad,tchadien,tchadienne,chad,chadian",
  CM: "cameroun,camerounais,camerounaise,cameroon,cameroonian",
  CF: "centrafrique,republique centrafricaine,rca,centrafricain,centrafricaine",
  GA: "gabon,gabonais,gabonaise,gabonese",
  CG: "congo,congo brazzaville,congolais,congolaise,congolese",
  CD: "rdc,congo kinshasa,republique democratique du congo",
  CV: "cap vert,cap verdien,cap verdienne,cabo verde",
  FR: "france,francais,francaise,french",
  CN: "chine,chinois,chinoise,china,chinese",
};

const CODE_OF_WORD = new Map<string, string>(
  Object.entries(COUNTRIES).flatMap(([code, words]) => words.split(",").map((word) => [word, code] as const)),
);

/** The country's code (`ML`) for `Mali`, `Malienne`, `ML`; a word that is in no table stays as it was written. */
export function readNationality(text: string): string {
  const folded = foldText(text);
  const code = CODE_OF_WORD.get(folded);
  if (code !== undefined) return code;
  const upper = text.trim().toUpperCase();
  return Object.hasOwn(COUNTRIES, upper) ? upper : text.trim();
}
