import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMayEdit } from '../../shared/api/session';
import type { Signal, Triage } from '../../shared/api/types';
import { t } from '../../shared/i18n/translate';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { PageHeader } from '../../shared/ui/PageHeader';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import classes from './SignalPage.module.css';
import { addsToHeadline } from './summary';
import { TriageToast } from './TriageToast';
import { useTriage } from './use-triage';

const moves = [
  ['DONE', 'e'],
  ['SAVED', 's'],
  ['DISMISSED', 'd'],
  ['NEW', 'u'],
] as const satisfies [Triage, string][];

export function SignalHeader({ signal }: { signal: Signal }) {
  const mayEdit = useMayEdit();
  const { last, triage, undo } = useTriage();
  const move = (to: Triage) => mayEdit && triage(signal, to);
  useShortcuts({
    e: () => move('DONE'),
    s: () => move('SAVED'),
    d: () => move('DISMISSED'),
    u: () => move('NEW'),
    z: undo,
  });
  return (
    <>
      <PageHeader
        title={signal.headline}
        meta={
          <>
            <SeverityMark severity={signal.severity} />
            <Link to="/competitors/$id" params={{ id: signal.competitorId }}>
              {signal.competitor?.name ?? t('signal.competitor')}
            </Link>
            <Chip>{t(`category.${signal.category}`)}</Chip>
            {signal.triage !== 'NEW' && <Chip tone="accent">{t(`triage.${signal.triage}`)}</Chip>}
            <span>
              {t('signal.seen')} <RelativeTime at={signal.detectedAt} />
            </span>
            <ExternalLink href={signal.url}>{signal.pageTitle ?? signal.url}</ExternalLink>
          </>
        }
        actions={
          mayEdit &&
          moves
            .filter(([to]) => to !== signal.triage)
            .map(([to, key]) => (
              <Button
                key={to}
                variant={to === 'DONE' ? 'filled' : 'default'}
                title={`${t(`triageTo.${to}`)} (${key})`}
                onClick={() => move(to)}
              >
                {t(`triageTo.${to}`)}
              </Button>
            ))
        }
      />
      {addsToHeadline(signal) && <p className={classes.summary}>{signal.summary}</p>}
      <TriageToast last={last} onUndo={undo} />
    </>
  );
}
