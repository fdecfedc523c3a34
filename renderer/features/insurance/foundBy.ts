/** Letters and digits alone, without accents and case: what is compared when a list on screen is searched. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

interface Person {
  readonly surname: string;
  readonly firstNames: string;
  readonly memberNumber: string;
  readonly phone: string;
}

/** Whether every typed word begins a name or stands in the number or the phone. */
export function isFoundBy(person: Person, typed: string): boolean {
  const names = plain(`${person.surname} ${person.firstNames}`).split(/[\s'’-]+/);
  const numbers = `${plain(person.memberNumber)} ${person.phone.replace(/\D/g, "")}`;
  return plain(typed)
    .split(/\s+/)
    .filter((word) => word !== "")
    .every((word) => names.some((name) => name.startsWith(word)) || numbers.includes(word));
}
