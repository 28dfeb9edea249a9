import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Fact } from '../../shared/api/types';
import { quoteParam } from '../../shared/evidence/quote';
import { OverrideFact } from '../../shared/facts/OverrideFact';
import { Proof } from '../../shared/facts/Proof';
import { day } from '../../shared/format/time';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { factLine, factTitle, factWords, shownDetails } from './details';
import { FactHistory } from './FactHistory';
import classes from './FactRow.module.css';
import { t } from './words';

/** One fact: what a person says of it first, what was read beside it, and the words it was read from. */
export function FactRow({ fact }: { fact: Fact }) {
  const mayEdit = useMayEdit();
  const [open, setOpen] = useState<'history' | 'override' | null>(null);
  const title = factTitle(fact);
  const line = factLine(fact, factWords(fact, (fact.override ?? fact).value));
  return (
    <li className={classes.row} data-ended={fact.validTo != null}>
      <div className={classes.words}>
        <span className={classes.title}>
          {fact.link ? <ExternalLink href={fact.link}>{title}</ExternalLink> : <strong>{title}</strong>}
          {fact.override && <Chip tone="accent">{t('allFacts.corrected')}</Chip>}
        </span>
        {line && <span className={classes.line}>{line}</span>}
        {fact.override && (
          <span className={classes.quiet}>
            {t('allFacts.read', { value: factWords(fact) })}; {fact.override.note}
          </span>
        )}
        <FactDetails fact={fact} />
        <span className={classes.quiet}>
          {fact.validFrom && t('allFacts.since', { date: day(fact.validFrom) })}
          {fact.validTo && ` \u00b7 ${t('allFacts.ended', { date: day(fact.validTo) })}`}
          {fact.status === 'PROPOSED' && ` \u00b7 ${t('allFacts.proposed')}`}
        </span>
      </div>
      <div className={classes.acts}>
        {fact.evidence.length > 0 ? (
          <Proof fact={fact} />
        ) : (
          <span className={classes.quiet}>{t('allFacts.missing')}</span>
        )}
        <Button
          variant="subtle"
          aria-label={t('allFacts.historyOf', { subject: title })}
          onClick={() => setOpen('history')}
        >
          {t('allFacts.history')}
        </Button>
        {mayEdit && (
          <Button
            variant="subtle"
            aria-label={t('override.of', { subject: title })}
            onClick={() => setOpen('override')}
          >
            {t('allFacts.correct')}
          </Button>
        )}
      </div>
      {open === 'history' && <FactHistory fact={fact} title={title} onClose={() => setOpen(null)} />}
      {open === 'override' && <OverrideFact facts={[fact]} title={title} onClose={() => setOpen(null)} />}
    </li>
  );
}

function FactDetails({ fact }: { fact: Fact }) {
  const details = shownDetails(fact);
  if (details.length === 0) return null;
  return (
    <dl className={classes.details}>
      {details.map(({ kind, name, text, href, evidence }) => (
        <div key={kind}>
          <dt>{name}</dt>
          <dd>
            {href ? (
              <ExternalLink href={href}>{text}</ExternalLink>
            ) : evidence ? (
              <Link
                to="/documents/$id"
                params={{ id: evidence.documentId }}
                search={{ quote: quoteParam(evidence) }}
                title={t('detail.evidence', { detail: name, subject: factTitle(fact) })}
              >
                {text}
              </Link>
            ) : (
              text
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
