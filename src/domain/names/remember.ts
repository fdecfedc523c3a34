const LONGEST = 40;

/**
 * The same pure function of a short text, with its last answers at hand: a register holds a hundred thousand names of
 * a few hundred words. Forgets everything when `limit` answers are held; longer texts are worked out each time.
 */
export function remember<Answer>(compute: (text: string) => Answer, limit = 5000): (text: string) => Answer {
  let held = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return compute(text);
    const known = held.get(text);
    if (known !== undefined) return known;
    if (held.size >= limit) held = new Map();
    const answer = compute(text);
    held.set(text, answer);
    return answer;
  };
}
