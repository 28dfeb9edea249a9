import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import type { Signal, Triage } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { Select } from '../../shared/ui/Select';
import classes from './BulkBar.module.css';
import type { Resting } from './UntilDialog';
import { t } from './words';

const moves = ['DONE', 'SAVED', 'DISMISSED', 'SEEN', 'NEW'] as const satisfies Triage[];

type Props = {
  signals: Signal[];
  onTriage: (to: Triage) => void;
  onAsk: (to: Resting) => void;
  onClear: () => void;
};

/** One act for all selected rows, their whole stories with them. */
export function BulkBar({ signals, onTriage, onAsk, onClear }: Props) {
  const queryClient = useQueryClient();
  const members = useQuery(workspaceQueries.members());
  const assign = useMutation({
    mutationFn: (memberId: string | null) =>
      unwrap(
        api.POST('/api/v1/signals/assign', {
          body: { ids: signals.map(({ id }) => id), memberId, wholeStories: true },
        }),
      ),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.signals });
      onClear();
    },
  });
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
        onChange={(id) => id && assign.mutate(id === 'nobody' ? null : id)}
      />
      <Button variant="subtle" onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      {assign.error && <ProblemNotice error={assign.error} />}
    </fieldset>
  );
}
