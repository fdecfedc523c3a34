/** Whether one letter added, dropped, changed, or two neighbours exchanged turn `a` into `b`. */
function withinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const restA = endA - start;
  const restB = endB - start;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** Shorter words differ by a letter and are other names: Awa and Ada, Sira and Sara. */
const SHORTEST_NEAR_WORD = 5;

/** Whether two sounds (see `nameKeys`) are the same or a slip of the pen apart. */
export function areNear(a: string, b: string): boolean {
  if (a === b) return true;
  return Math.min(a.length, b.length) >= SHORTEST_NEAR_WORD && withinOneEdit(a, b);
}
