import { Link } from '@tanstack/react-router';
import type { BattlecardLiveKind, CurrentFact, Evidence, LiveFacts } from '../../shared/api/types';
import { quoteParam } from '../../shared/evidence/quote';
import { day } from '../../shared/format/time';
import { echoes, valueText } from '../../shared/format/value';
import { isBilledYearly } from '../../shared/format/words';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import classes from './Card.module.css';
import { t } from './words';

type Props = { kind: BattlecardLiveKind; facts: LiveFacts; then?: boolean };

/** Facts as they are today, or, in an old version, as they were then; each opens where it is written. */
export function LiveBlock({ kind, facts, then = false }: Props) {
  return (
    <div className={classes.live}>
      <div className={classes.liveHead}>
        <h3>{kind === 'OPENINGS' ? t('live.openings', { count: facts.total }) : t(`live.${kind}`)}</h3>
        <span className={classes.quiet}>{standing(facts, then)}</span>
      </div>
      {facts.facts.length === 0 ? (
        <p className={classes.quiet}>{facts.current ? t('live.none') : t('live.away')}</p>
      ) : (
        <ul className={classes.facts}>
          {facts.facts.map(({ fact, was }) => (
            <li key={fact.factId}>
              <span>{subject(kind, fact)}</span>
              {!echoes(fact.subject, fact.value) && <span className={classes.value}>{value(fact)}</span>}
              {kind === 'PRICES' && fact.kind === 'PLAN' && echoes(fact.subject, fact.value) && (
                <span className={classes.quiet}>{t('live.plan')}</span>
              )}
              {was && <span className={classes.was}>{t('live.was', { value: valueText(was) })}</span>}
              {fact.said && <span className={classes.quiet}>{t('live.said')}</span>}
              {(kind === 'POSTS' || kind === 'OPENINGS') && <span className={classes.quiet}>{day(fact.since)}</span>}
              <span className={classes.proof}>
                <EvidenceLink evidence={fact.evidence} label={t('live.evidenceOf', { subject: fact.subject })}>
                  {t('live.evidence')}
                </EvidenceLink>
              </span>
            </li>
          ))}
        </ul>
      )}
      {facts.total > facts.facts.length && facts.facts.length > 0 && (
        <p className={classes.quiet}>{t('live.more', { count: facts.total - facts.facts.length })}</p>
      )}
    </div>
  );
}

function standing(facts: LiveFacts, then: boolean): string {
  const date = day(facts.asOf);
  if (then) return t('live.then', { date });
  return facts.current ? t('live.asOf', { date }) : t('live.pinned', { date });
}

function subject(kind: BattlecardLiveKind, fact: CurrentFact) {
  if (kind === 'FEATURES') return `${fact.subject} \u00b7 ${fact.field}`;
  if (fact.link && (kind === 'POSTS' || kind === 'OPENINGS')) {
    return <ExternalLink href={fact.link}>{fact.subject}</ExternalLink>;
  }
  return fact.subject;
}

function value(fact: CurrentFact): string {
  const text = valueText(fact.value);
  return isBilledYearly(fact) ? t('fact.billedYearly', { price: text }) : text;
}

type EvidenceProps = { evidence: Pick<Evidence, 'documentId' | 'start' | 'end'>; label: string; children: string };

/** The way to the words something was read from. */
export function EvidenceLink({ evidence, label, children }: EvidenceProps) {
  return (
    <Link
      to="/documents/$id"
      params={{ id: evidence.documentId }}
      search={{ quote: quoteParam(evidence) }}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
