/** Days counted by the tests themselves, not by the code that they look at. */

const DAY = 86_400_000;

export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);
export const plusDays = (day: string, days: number): string => dayOf(numberOf(day) + days);
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** The same day of a later month, or that month's last. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return found.toISOString().slice(0, 10);
}

export const lastOfMonth = (month: string): string => plusDays(plusMonths(`${month}-01`, 1), -1);
