import type { FactChange, Signal } from '../../shared/api/types';
import { movement, valueText } from '../../shared/format/value';
import { shortUrl } from '../../shared/format/words';
import { t } from '../../shared/i18n/translate';

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

/** A change in one line, for where its own line is too short for it. */
export function moveText({ subject, before = null, after = null }: FactChange): string {
  const moved = movement({ before, after });
  return [
    subject,
    before ? valueText(before) : t('fact.new'),
    before && after && '\u2192',
    after ? valueText(after) : t('fact.gone'),
    moved && `${moved.direction === 'up' ? '\u25b2' : '\u25bc'} ${moved.text}`,
  ]
    .filter(Boolean)
    .join(' ');
}
