import type { Message } from './en';

const accented: Record<string, string> = {
  a: '\u00e5',
  e: '\u00e9',
  i: '\u00ee',
  o: '\u00f6',
  u: '\u00fb',
  c: '\u00e7',
  n: '\u00f1',
  y: '\u00fd',
};
const longer = 0.4;

/** English that is two fifths longer and reads strangely: what breaks with it breaks with a real language. */
export function words(_key: string, english: Message): Message {
  if (typeof english === 'string') return stretch(english);
  return { one: stretch(english.one), other: stretch(english.other) };
}

/** As long as words are, so that it breaks into lines where they would. */
function filling(length: number): string {
  return '~'.repeat(length).replace(/(~{7})~/g, '$1 ');
}

/** Values stay what they are; brackets show where a text was cut off. */
function stretch(text: string): string {
  const strange = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[aeioucny]/g, (letter) => accented[letter] ?? letter)))
    .join('');
  return `[${strange}${filling(Math.ceil(text.length * longer))}]`;
}
