import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { currentSession } from '../../shared/api/session';
import type { Fact, FactOverride } from '../../shared/api/types';
import { Proof } from '../../shared/facts/Proof';
import { day } from '../../shared/format/time';
import { valueText } from '../../shared/format/value';
import { Dialog } from '../../shared/ui/Dialog';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { factLine, factTitle, factWords, shownDetails } from './details';
import classes from './FactRow.module.css';
import { factQueries } from './queries';
import { t } from './words';

type Props = { fact: Fact; title: string; onClose: () => void };

/** All versions of a fact under whatever name, and what people said of it. */
export function FactHistory({ fact, title, onClose }: Props) {
  const lineage = useQuery(factQueries.lineage(fact.id));
  const overrides = useQuery(factQueries.overrides(fact.id));
  return (
    <Dialog title={t('allFacts.historyOf', { subject: title })} onClose={onClose}>
      <section className={classes.part} aria-label={t('allFacts.versions')}>
        <h3>{t('allFacts.versions')}</h3>
        <QueryBoundary query={lineage}>
          {(versions) => (
            <ol>
              {versions.map((version) => (
                <FactVersion key={version.id} version={version} />
              ))}
            </ol>
          )}
        </QueryBoundary>
      </section>
      <section className={classes.part} aria-label={t('allFacts.said')}>
        <h3>{t('allFacts.said')}</h3>
        <QueryBoundary query={overrides}>
          {(said) =>
            said.length === 0 ? (
              <p className={classes.quiet}>{t('allFacts.nobody')}</p>
            ) : (
              <ol>
                {said.map((each) => (
                  <Said key={each.setAt} said={each} />
                ))}
              </ol>
            )
          }
        </QueryBoundary>
      </section>
      <Button variant="default" onClick={onClose}>
        {t('action.close')}
      </Button>
    </Dialog>
  );
}

function FactVersion({ version }: { version: Fact }) {
  const details = shownDetails(version)
    .map(({ name, text }) => `${name}: ${text}`)
    .join(' \u00b7 ');
  const line = factLine(version, factWords(version));
  const until = version.validTo ? day(version.validTo) : t('allFacts.now');
  return (
    <li className={classes.version}>
      <span className={classes.when}>
        {version.validFrom && day(version.validFrom)} {'\u2192'} {until}
      </span>
      <span>
        {factTitle(version)} {line && <strong>{line}</strong>}
      </span>
      {details && <span className={classes.quiet}>{details}</span>}
      <span className={classes.quiet}>
        {version.recordedAt && t('allFacts.known', { date: day(version.recordedAt) })} <Proof fact={version} />
      </span>
    </li>
  );
}

function Said({ said }: { said: FactOverride }) {
  const session = useQuery(currentSession());
  const who = t(said.setBy === session.data?.member.id ? 'allFacts.byYou' : 'allFacts.byMember');
  return (
    <li className={classes.version}>
      <span className={classes.when}>{t('allFacts.saidBy', { who, date: day(said.setAt) })}</span>
      <span>
        <strong>{valueText(said.value)}</strong> {said.note}
      </span>
      <span className={classes.quiet}>
        {said.withdrawnAt ? t('allFacts.withdrawn', { date: day(said.withdrawnAt) }) : t('allFacts.holds')}
      </span>
    </li>
  );
}
