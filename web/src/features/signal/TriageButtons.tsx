import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconBookmark, IconCheck, IconX } from '@tabler/icons-react';
import type { Triage } from '../../shared/api/types';
import { t } from '../../shared/i18n/translate';

type Props = { triage: Triage; subject: string; onTriage: (to: Triage) => void };

const moves = [
  { to: 'DONE', icon: IconCheck, key: 'e' },
  { to: 'SAVED', icon: IconBookmark, key: 's' },
  { to: 'DISMISSED', icon: IconX, key: 'd' },
  { to: 'NEW', icon: IconArrowBackUp, key: 'u' },
] as const;

export function TriageButtons({ triage, subject, onTriage }: Props) {
  return moves
    .filter(({ to }) => to !== triage)
    .map(({ to, icon: Icon, key }) => (
      <ActionIcon
        key={to}
        aria-label={t(`triageTo.${to}.label`, { subject })}
        title={`${t(`triageTo.${to}`)} (${key})`}
        onClick={() => onTriage(to)}
      >
        <Icon size={17} aria-hidden />
      </ActionIcon>
    ));
}
