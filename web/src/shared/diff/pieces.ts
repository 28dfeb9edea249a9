import type { DiffHunk } from '../api/types';
import { foldedLines } from './folds';
import { type PairedLine, pairedLines } from './words';

/** Some lines of one hunk: what is in the document, or is not, as a whole. */
export type Piece = { hunk: DiffHunk; number: number; goesOn: boolean; folded: number; lines: PairedLine[] };

const most = 20;

/** Hunks in pieces of at most 20 lines, in order. */
export function piecesOf(hunks: DiffHunk[]): Piece[] {
  return hunks.flatMap((hunk, number) => {
    const lines = pairedLines(hunk.lines);
    const pieces: Piece[] = [];
    for (let from = 0; from === 0 || from < lines.length; from += most) {
      const folded = from === 0 ? foldedLines(hunks[number - 1], hunk) : 0;
      pieces.push({ hunk, number, goesOn: from > 0, folded, lines: lines.slice(from, from + most) });
    }
    return pieces;
  });
}
