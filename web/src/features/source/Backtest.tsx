import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RuleRehearsal } from '../../shared/api/types';
import { ruleQueries } from '../../shared/ignoring/queries';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Select } from '../../shared/ui/Select';
import classes from './Backtest.module.css';
import { t } from './words';

const choices = ['10', '20', '50'] as const;
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What the rules in force do to the stored versions of a page, and how well, by what members marked. */
export function Backtest({ sourceId }: { sourceId: string }) {
  const [versions, setVersions] = useState<(typeof choices)[number]>('20');
  const query = useQuery(ruleQueries.backtest(sourceId, Number(versions)));
  return (
    <Panel
      title={t('backtest.title')}
      note={t('backtest.note')}
      actions={
        <Select
          label={t('backtest.versions')}
          value={versions}
          options={choices.map((value) => ({ value, label: t('backtest.latest', { count: value }) }))}
          onChange={(value) => value && setVersions(value)}
        />
      }
    >
      <QueryBoundary query={query}>
        {(rehearsal) =>
          rehearsal.versions === 0 ? (
            <Notice title={t('backtest.none')} />
          ) : (
            <>
              <Measures rehearsal={rehearsal} />
              <Silenced rehearsal={rehearsal} />
              <Samples rehearsal={rehearsal} />
            </>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function Measures({ rehearsal }: { rehearsal: RuleRehearsal }) {
  const { hidden, hunks, versions, score } = rehearsal;
  const hiddenMarked = score.hiddenNotRelevant + score.hiddenRelevant;
  return (
    <>
      <dl className={classes.measures}>
        <Measure
          name={t('backtest.hidden')}
          value={hunks === 0 ? '0' : percent.format(hidden / hunks)}
          of={t('backtest.hiddenOf', { hidden, hunks, versions })}
        />
        <Measure
          name={t('backtest.precision')}
          value={score.precision == null ? t('backtest.unknown') : percent.format(score.precision)}
          of={
            hiddenMarked === 0
              ? t('backtest.noneHidden')
              : t('backtest.precisionOf', { right: score.hiddenNotRelevant, hidden: hiddenMarked })
          }
        />
        <Measure
          name={t('backtest.recall')}
          value={score.recall == null ? t('backtest.unknown') : percent.format(score.recall)}
          of={
            score.notRelevant === 0
              ? t('backtest.noneMarked')
              : t('backtest.recallOf', { right: score.hiddenNotRelevant, all: score.notRelevant })
          }
        />
      </dl>
      {score.notRelevant + score.relevant === 0 && <p className={classes.quiet}>{t('backtest.mark')}</p>}
    </>
  );
}

function Measure({ name, value, of }: { name: string; value: string; of: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      <dd className={classes.quiet}>{of}</dd>
    </div>
  );
}

function Silenced({ rehearsal: { changes } }: { rehearsal: RuleRehearsal }) {
  if (changes.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('backtest.silenced')}>
      <h3>{t('backtest.silenced')}</h3>
      <ul>
        {changes.map(({ changeId, detectedAt, silenced, texts }) => (
          <li key={changeId}>
            <RelativeTime at={detectedAt} />{' '}
            <span className={classes.quiet}>{t('backtest.silencedOf', { silenced, texts })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Samples({ rehearsal: { samples } }: { rehearsal: RuleRehearsal }) {
  if (samples.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t('backtest.samples')}>
      <h3>{t('backtest.samples')}</h3>
      <ul>
        {samples.map((sample) => (
          <li key={`${sample.toDocumentId} ${sample.before} ${sample.after}`} className={classes.sample}>
            <Link to="/documents/$id" params={{ id: sample.toDocumentId }}>
              {sample.path.join(' \u203a ') || t('diff.top')}
            </Link>
            {sample.before != null && <del>{sample.before}</del>}
            {sample.after != null && <ins>{sample.after}</ins>}
          </li>
        ))}
      </ul>
    </section>
  );
}
