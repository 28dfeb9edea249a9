import type { AskAnswer, AskCitation } from '../../shared/api/types';
import { quoteParam } from '../../shared/evidence/quote';
import { day } from '../../shared/format/time';

/** The address at which a citation opens at its words. */
function citationPath(citation: AskCitation): string {
  return `/documents/${citation.documentId}?quote=${quoteParam(citation)}`;
}

/** An answer as text for a card, a mail or a chat: numbered claims, and beneath them where each is written. */
export function withCitations(answer: AskAnswer, origin: string): string {
  const claims = answer.claims.map(
    (claim) => `${claim.text} ${claim.citations.map((number) => `[${number}]`).join('')}`,
  );
  const sources = answer.citations.map(
    (citation) =>
      `[${citation.number}] \u201c${citation.quote}\u201d \u2014 ${citation.competitor}, ${citation.url}, ${day(citation.fetchedAt)}\n    ${origin}${citationPath(citation)}`,
  );
  return [answer.question, '', ...claims, '', ...sources].join('\n');
}
