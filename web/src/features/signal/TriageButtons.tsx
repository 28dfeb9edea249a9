import { BookmarkIcon, CheckIcon, ClockIcon, UndoIcon, XIcon } from '@primer/octicons-react';
import type { Triage } from '../../shared/api/types';
import { RowButton } from '../../shared/ui/RowButton';
import type { Resting } from './UntilDialog';
import { t } from './words';

type Props = { triage: Triage; subject: string; onTriage: (to: Triage) => void; onAsk: (to: Resting) => void };

const moves = [
  { to: 'DONE', icon: CheckIcon, key: 'e' },
  { to: 'SAVED', icon: BookmarkIcon, key: 's' },
  { to: 'DISMISSED', icon: XIcon, key: 'd' },
  { to: 'NEW', icon: UndoIcon, key: 'u' },
] as const;

export function TriageButtons({ triage, subject, onTriage, onAsk }: Props) {
  return (
    <>
      {moves
        .filter(({ to }) => to !== triage)
        .map(({ to, icon: Icon, key }) => (
          <RowButton
            key={to}
            aria-label={t(`triageTo.${to}.label`, { subject })}
            title={`${t(`triageTo.${to}`)} (${key})`}
            onClick={() => onTriage(to)}
          >
            <Icon size={17} aria-hidden />
          </RowButton>
        ))}
      <RowButton
        aria-label={t('triageTo.SNOOZED.label', { subject })}
        title={`${t('triageTo.SNOOZED')} (h)`}
        onClick={() => onAsk('SNOOZED')}
      >
        <ClockIcon size={17} aria-hidden />
      </RowButton>
    </>
  );
}
