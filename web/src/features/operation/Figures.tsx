import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIsAdmin } from '../../shared/api/session';
import { fromMicros } from '../../shared/format/money';
import { onTime } from '../../shared/source/on-time';
import { allSources } from '../../shared/source/queries';
import { number, percent, span, success, total } from './figures';
import classes from './Operations.module.css';
import type { Queue } from './queries';
import { spendQueries, spentOnProviders } from './spend';
import { t } from './words';

/** The six numbers that tell at a glance whether somebody has to do something. */
export function Figures({ queues }: { queues: Queue[] }) {
  const { waiting, dead, oldestSeconds } = total(queues);
  const share = success(queues);
  return (
    <dl className={classes.figures}>
      <Figure label={t('ops.waiting')} value={number(waiting)} />
      <Figure
        label={t('ops.oldest')}
        value={waiting > 0 ? span(oldestSeconds) : '\u2013'}
        {...(waiting === 0 && { note: t('ops.nothingWaits') })}
      />
      <Figure
        label={t('ops.success')}
        value={share === null ? '\u2013' : percent(share)}
        {...(share === null && { note: t('ops.nothingEnded') })}
      />
      <Freshness />
      <Spend />
      <Figure
        label={t('ops.deadCount')}
        value={dead > 0 ? <Link to="/ops/dead">{number(dead)}</Link> : number(0)}
        bad={dead > 0}
      />
    </dl>
  );
}

function Figure({ label, value, note, bad }: { label: string; value: ReactNode; note?: ReactNode; bad?: boolean }) {
  return (
    <div className={classes.figure} data-bad={bad}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {note && <dd className={classes.quiet}>{note}</dd>}
    </div>
  );
}

function Freshness() {
  const { data } = useQuery(allSources());
  if (!data) return <Figure label={t('ops.freshness')} value={'\u2013'} note={t('ops.unknown')} />;
  const { watched, onTime: kept } = onTime(data, Date.now());
  return (
    <Figure
      label={t('ops.freshness')}
      value={watched === 0 ? '\u2013' : percent(kept / watched)}
      note={t('ops.ofPages', { count: watched })}
    />
  );
}

/** Providers and the language model together; the model's part is known to admins of the workspace only. */
function Spend() {
  const isAdmin = useIsAdmin();
  const providers = useQuery(spendQueries.providers());
  const model = useQuery({ ...spendQueries.model(), enabled: isAdmin });
  if (!providers.data || (isAdmin && !model.data)) {
    return <Figure label={t('ops.spend')} value={'\u2013'} note={t('ops.unknown')} />;
  }
  const spent = spentOnProviders(providers.data, new Date());
  const account = model.data?.accounts.find((one) => one.account === 'WORKSPACE');
  const amount = fromMicros(spent.micros + (account?.day.spentMicros ?? 0));
  return (
    <Figure
      label={t('ops.spend')}
      value={spent.complete ? amount : t('ops.atLeast', { amount })}
      note={account ? t('ops.limit', { amount: fromMicros(account.dayMicros) }) : t('ops.withoutModel')}
    />
  );
}
