import { CheckCircleIcon, CircleIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import type { Evidence } from '../api/types';
import { t } from '../i18n/translate';
import { ExternalLink } from '../ui/ExternalLink';
import { RelativeTime } from '../ui/RelativeTime';
import classes from './EvidenceQuote.module.css';
import { quoteParam } from './quote';

/** The page's own words behind a claim: opened where they stand in the captured text, or at the live source. */
export function EvidenceQuote({ evidence, number }: { evidence: Evidence; number?: number }) {
  return (
    <figure className={classes.figure} id={`evidence-${evidence.id}`}>
      <blockquote className={classes.quote}>
        {number !== undefined && <span className={classes.number}>{number}</span>}
        {evidence.quote}
      </blockquote>
      <figcaption className={classes.caption}>
        <span className={classes.side}>{t(evidence.side === 'BEFORE' ? 'evidence.before' : 'evidence.after')}</span>
        <span className={classes.verified} data-verified={evidence.verified}>
          {evidence.verified ? <CheckCircleIcon size={14} aria-hidden /> : <CircleIcon size={14} aria-hidden />}
          {t(evidence.verified ? 'evidence.verified' : 'evidence.unverified')}
        </span>
        <span>
          {t('evidence.captured')} <RelativeTime at={evidence.fetchedAt} />
        </span>
        <Link to="/documents/$id" params={{ id: evidence.documentId }} search={{ quote: quoteParam(evidence) }}>
          {t('evidence.open')}
        </Link>
        <ExternalLink href={evidence.url}>{t('evidence.source')}</ExternalLink>
      </figcaption>
    </figure>
  );
}
