import { Link } from '@tanstack/react-router';
import type { Fact } from '../api/types';
import { quoteParam } from '../evidence/quote';
import { t } from '../i18n/translate';
import classes from './Proof.module.css';

/** The way from a fact to the words it was read from. */
export function Proof({ fact }: { fact: Fact | undefined }) {
  const evidence = fact?.evidence[0];
  if (!fact || !evidence) return <span />;
  return (
    <Link
      className={classes.proof ?? ''}
      to="/documents/$id"
      params={{ id: evidence.documentId }}
      search={{ quote: quoteParam(evidence) }}
      aria-label={t('proof.label', { subject: fact.subject })}
    >
      {t('proof')}
    </Link>
  );
}
