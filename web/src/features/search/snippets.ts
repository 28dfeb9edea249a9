export type Segment = { text: string; hit: boolean };

/** What somebody typed, as words that all have to occur. */
export function wordsOf(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}

export function matches(text: string, words: string[]): boolean {
  const lower = text.toLowerCase();
  return words.length > 0 && words.every((word) => lower.includes(word));
}

const before = 60;
const length = 180;

/** The part of a text around the first hit, cut into what was hit and what was not; it never becomes markup. */
export function snippet(text: string, words: string[]): Segment[] {
  const lower = text.toLowerCase();
  const first = Math.min(...words.map((word) => lower.indexOf(word)).filter((at) => at >= 0));
  const from = Number.isFinite(first) && first > before ? first - before : 0;
  const part = text.slice(from, from + length);
  const segments = cut(part, words);
  if (from > 0) segments.unshift({ text: '\u2026', hit: false });
  if (from + length < text.length) segments.push({ text: '\u2026', hit: false });
  return segments;
}

function cut(text: string, words: string[]): Segment[] {
  if (words.length === 0) return [{ text, hit: false }];
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(${escaped.join('|')})`, 'i'))
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((segment) => segment.text !== '');
}

/** The known name that is at most two letters away from what was typed. */
export function nearest(q: string, names: string[]): string | undefined {
  const typed = q.trim().toLowerCase();
  const [best] = names
    .map((name) => ({ name, far: distance(typed, name.toLowerCase()) }))
    .filter(({ far }) => far > 0 && far <= 2)
    .sort((a, b) => a.far - b.far);
  return best?.name;
}

/** How many letters must be put in, taken out or changed (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      const change = (row[j] ?? 0) + (letter === against ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
