import type { Signal } from '../../shared/api/types';
import { shortUrl } from '../../shared/format/words';

const enoughAlike = 40;

/** Whether a summary says more than its headline: a full stop more is not more. */
export function addsToHeadline({ headline, summary }: Pick<Signal, 'headline' | 'summary'>): boolean {
  return Boolean(summary) && summary?.replace(/\.$/, '') !== headline.replace(/\.$/, '');
}

/** The second line of a row: the summary unless it begins like the headline, else where it was seen. */
export function detailOf(signal: Pick<Signal, 'headline' | 'summary' | 'pageTitle' | 'url'>): string {
  const { headline, summary, pageTitle, url } = signal;
  if (summary && !summary.startsWith(headline.slice(0, enoughAlike))) return summary;
  return [pageTitle, shortUrl(url)].filter(Boolean).join(' \u00b7 ');
}
