import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Signal, Triage, Until } from '../../shared/api/types';
import { ShareButton } from '../../shared/share/ShareDialog';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Chip } from '../../shared/ui/Chip';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { PageHeader } from '../../shared/ui/PageHeader';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import { signalKeys } from './key-meanings';
import classes from './SignalPage.module.css';
import { addsToHeadline } from './summary';
import { TriageToast } from './TriageToast';
import { type Resting, UntilDialog, UntilWords } from './UntilDialog';
import { useTriage } from './use-triage';
import { t } from './words';

const moves = [
  ['DONE', 'e'],
  ['SAVED', 's'],
  ['DISMISSED', 'd'],
  ['NEW', 'u'],
] as const satisfies [Triage, string][];

export function SignalHeader({ signal }: { signal: Signal }) {
  const mayEdit = useMayEdit();
  const { last, triage, undo } = useTriage();
  const move = (to: Triage, until?: Until) => mayEdit && triage([signal], to, until);
  const [asking, setAsking] = useState<Resting | null>(null);
  const ask = (to: Resting) => mayEdit && setAsking(to);
  useShortcuts(
    {
      e: () => move('DONE'),
      s: () => move('SAVED'),
      d: () => move('DISMISSED'),
      u: () => move('NEW'),
      r: () => move('SEEN'),
      h: () => ask('SNOOZED'),
      m: () => ask('MUTED'),
      z: undo,
    },
    signalKeys,
  );
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
            {signal.until && <UntilWords until={signal.until} />}
            <span>
              {t('signal.seen')} <RelativeTime at={signal.detectedAt} />
            </span>
            <ExternalLink href={signal.url}>{signal.pageTitle ?? signal.url}</ExternalLink>
          </>
        }
        actions={
          <>
            <Button component="a" variant="default" href={`/api/v1/signals/${signal.id}/evidence-pack`} download>
              {t('pack.action')}
            </Button>
            {mayEdit && <ShareButton kind="SIGNAL" targetId={signal.id} />}
            {mayEdit &&
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
                ))}
            {mayEdit &&
              (['SNOOZED', 'MUTED'] as const).map((to) => (
                <Button key={to} variant="default" onClick={() => ask(to)}>
                  {t(`triageTo.${to}`)}
                </Button>
              ))}
          </>
        }
      />
      {addsToHeadline(signal) && <p className={classes.summary}>{signal.summary}</p>}
      {asking && (
        <UntilDialog
          to={asking}
          onClose={() => setAsking(null)}
          onChosen={(until) => {
            setAsking(null);
            move(asking, until);
          }}
        />
      )}
      <TriageToast last={last} onUndo={undo} />
    </>
  );
}
