import type { Block } from '../api/types';

export type QuoteSpan = { start: number; end: number };
export type BlockPart = { text: string; quoted: boolean };

export function quoteParam(span: QuoteSpan): string {
  return `${span.start}-${span.end}`;
}

export function parseQuote(param: string | undefined): QuoteSpan | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(param ?? '');
  if (!match) return null;
  const span = { start: Number(match[1]), end: Number(match[2]) };
  return span.end > span.start ? span : null;
}

/** A block's text cut where the quoted span of the whole document begins and ends. */
export function blockParts(block: Block, span: QuoteSpan | null): BlockPart[] {
  if (!span || span.end <= block.start || span.start >= block.start + block.text.length) {
    return [{ text: block.text, quoted: false }];
  }
  const from = Math.max(0, span.start - block.start);
  const to = Math.min(block.text.length, span.end - block.start);
  return [
    { text: block.text.slice(0, from), quoted: false },
    { text: block.text.slice(from, to), quoted: true },
    { text: block.text.slice(to), quoted: false },
  ].filter((part) => part.text !== '');
}
