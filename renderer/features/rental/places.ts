/** The pages of the rental, in the order of a working day; each needs `rental.read`. */
export const PLACES = [
  { to: "/rental", word: "board" },
  { to: "/rental/roll", word: "roll" },
  { to: "/rental/arrears", word: "arrears" },
  { to: "/rental/leases", word: "leases" },
  { to: "/rental/report", word: "report" },
] as const;
