import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Signal, Triage } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { Select } from '../../shared/ui/Select';
import classes from './BulkBar.module.css';
import type { Resting } from './UntilDialog';
import type { Holder } from './use-assign';
import { t } from './words';

const moves = ['DONE', 'SAVED', 'DISMISSED', 'SEEN', 'NEW'] as const satisfies Triage[];

type Props = {
  signals: Signal[];
  onTriage: (to: Triage) => void;
  onAsk: (to: Resting) => void;
  onAssign: (to: Holder) => void;
  onClear: () => void;
};

/** One act for all selected rows, their whole stories with them. */
export function BulkBar({ signals, onTriage, onAsk, onAssign, onClear }: Props) {
  const members = useQuery(workspaceQueries.members());
  const assign = (id: string) => {
    const member = members.data?.items.find((one) => one.id === id);
    onAssign(member ? { id, name: member.name } : null);
  };
  return (
    <fieldset className={classes.bar} aria-label={t('bulk.label')}>
      <span role="status">{t('bulk.chosen', { count: signals.length })}</span>
      {moves
        .filter((to) => signals.some((signal) => signal.triage !== to))
        .map((to) => (
          <Button key={to} variant="default" onClick={() => onTriage(to)}>
            {t(`triageTo.${to}`)}
          </Button>
        ))}
      {(['SNOOZED', 'MUTED'] as const).map((to) => (
        <Button key={to} variant="default" onClick={() => onAsk(to)}>
          {t(`triageTo.${to}`)}
        </Button>
      ))}
      <Select
        label={t('bulk.assign')}
        all={t('bulk.assign')}
        value={undefined}
        options={[
          ...(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: 'nobody', label: t('assign.nobody') },
        ]}
        onChange={(id) => id && assign(id)}
      />
      <Button variant="subtle" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </fieldset>
  );
}
