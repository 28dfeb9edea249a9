import { snippet } from './snippets';

/** A text with what was searched for marked; the words of a captured page stay words. */
export function Snippet({ text, words }: { text: string; words: string[] }) {
  return snippet(text, words).map(({ text: part, hit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
    hit ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
  );
}
