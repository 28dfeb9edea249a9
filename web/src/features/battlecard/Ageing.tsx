import { Link } from '@tanstack/react-router';
import type { BattlecardEdition, MovedFact } from '../../shared/api/types';
import { day } from '../../shared/format/time';
import { factName } from '../../shared/format/words';
import { Chip } from '../../shared/ui/Chip';
import { FactMove } from '../../shared/ui/FactMove';
import classes from './Card.module.css';
import { EvidenceLink } from './LiveBlock';
import { t } from './words';

/** How far a published card has aged: which facts behind it moved, old to new, and where that is written. */
export function Ageing({ edition }: { edition: BattlecardEdition }) {
  const { staleness, overdue, verifyBy } = edition;
  const date = day(staleness.since);
  const stale = staleness.changedFacts > 0;
  return (
    <section className={classes.ageing} data-tone={stale || overdue ? 'stale' : 'fresh'}>
      <h2>
        {stale
          ? t('card.changes', { count: staleness.changedFacts, date })
          : t(staleness.checkedAt ? 'card.fresh' : 'card.unchecked', { date })}
      </h2>
      {stale && <p>{t('card.changesHelp')}</p>}
      {overdue && verifyBy && (
        <p>
          <Chip tone="danger">{t('card.overdue', { date: day(verifyBy) })}</Chip>
        </p>
      )}
      <Moves facts={staleness.facts} />
    </section>
  );
}

/** Facts that moved, one a line. */
export function Moves({ facts }: { facts: MovedFact[] }) {
  if (facts.length === 0) return null;
  return (
    <ul className={classes.moves}>
      {facts.map((fact) => (
        <li key={`${fact.lineageId} ${fact.field}`}>
          <strong>{fact.subject}</strong>
          <span className={classes.quiet}>{factName({ factKind: fact.kind, field: fact.field })}</span>
          <FactMove change={{ before: fact.before ?? null, after: fact.after ?? null }} />
          <span className={classes.links}>
            {fact.wasWritten && (
              <EvidenceLink evidence={fact.wasWritten} label={`${t('card.wasWritten')}: ${fact.subject}`}>
                {t('card.wasWritten')}
              </EvidenceLink>
            )}
            {fact.isWritten && (
              <EvidenceLink evidence={fact.isWritten} label={`${t('card.nowWritten')}: ${fact.subject}`}>
                {t('card.nowWritten')}
              </EvidenceLink>
            )}
            {fact.signalId && (
              <Link
                to="/signals/$id"
                params={{ id: fact.signalId }}
                aria-label={`${t('card.signal')}: ${fact.subject}`}
              >
                {t('card.signal')}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
