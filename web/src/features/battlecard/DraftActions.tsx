import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { BattlecardDraft } from '../../shared/api/types';
import { useNextStep } from '../../shared/shortcuts/next-step';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { useCardChanges, type useDraftChanges } from './changes';
import classes from './Editor.module.css';
import { PublishDialog } from './PublishDialog';
import { t } from './words';

type Changes = ReturnType<typeof useDraftChanges>;
type Props = {
  draft: BattlecardDraft;
  isDirty: boolean;
  changes: Changes;
  onSave: () => void;
  onSaid: (words: string) => void;
};

/** What can be done with a draft where it stands: saved, sent on, vouched for, published. */
export function DraftActions({ draft, isDirty, changes, onSave, onSaid }: Props) {
  const [isPublishing, setPublishing] = useState(false);
  const { move } = changes;
  const { state, version } = draft;
  const go = (next: 'DRAFT' | 'IN_REVIEW' | 'APPROVED') => () => move.mutate({ version, state: next });
  const mayPublish = state === 'APPROVED' || state === 'PUBLISHED';
  useNextStep(() => {
    if (changes.save.isPending || move.isPending) return;
    if (isDirty) onSave();
    else if (mayPublish) setPublishing(true);
    else if (state === 'DRAFT' || state === 'IN_REVIEW') go('APPROVED')();
  });
  return (
    <Panel title={t(`cardState.${state}`)}>
      <div className={classes.parts}>
        <div className={classes.actions}>
          <Button onClick={onSave} disabled={!isDirty} loading={changes.save.isPending}>
            {t('edit.save')}
          </Button>
          {state === 'DRAFT' && (
            <Button variant="default" disabled={isDirty} loading={move.isPending} onClick={go('IN_REVIEW')}>
              {t('edit.review')}
            </Button>
          )}
          {(state === 'DRAFT' || state === 'IN_REVIEW') && (
            <Button variant="default" disabled={isDirty} loading={move.isPending} onClick={go('APPROVED')}>
              {t('edit.approve')}
            </Button>
          )}
          {(state === 'IN_REVIEW' || state === 'APPROVED') && (
            <Button variant="default" disabled={isDirty} loading={move.isPending} onClick={go('DRAFT')}>
              {t('edit.return')}
            </Button>
          )}
          {mayPublish && (
            <Button
              variant={state === 'APPROVED' ? 'filled' : 'default'}
              disabled={isDirty}
              onClick={() => setPublishing(true)}
            >
              {t(state === 'APPROVED' ? 'edit.publish' : 'edit.again')}
            </Button>
          )}
          <Archive id={draft.id} />
        </div>
        {isDirty && <p className={classes.quiet}>{t('edit.saveFirst')}</p>}
        <p className={classes.quiet}>{t('edit.nextKey')}</p>
        {move.error && <ProblemNotice error={move.error} />}
      </div>
      {isPublishing && (
        <PublishDialog draft={draft} changes={changes} onSaid={onSaid} onClose={() => setPublishing(false)} />
      )}
    </Panel>
  );
}

/** Asks once more where the button was. */
function Archive({ id }: { id: string }) {
  const navigate = useNavigate();
  const { archive } = useCardChanges();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="subtle" color="red" onClick={() => setAsking(true)}>
        {t('edit.archive')}
      </Button>
    );
  }
  return (
    <>
      <p className={classes.quiet}>{t('edit.archiveSure')}</p>
      <Button
        variant="default"
        loading={archive.isPending}
        onClick={() => archive.mutate(id, { onSuccess: () => void navigate({ to: '/battlecards' }) })}
      >
        {t('edit.archive')}
      </Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('action.cancel')}
      </Button>
      {archive.error && <ProblemNotice error={archive.error} />}
    </>
  );
}

/** Two people wrote at the same time: whose words stay is for this one to say. */
export function Conflict({ onTake, onKeep }: { onTake: () => void; onKeep: () => void }) {
  return (
    <Notice title={t('edit.conflict')} tone="danger" live>
      <p>{t('edit.conflictHelp')}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onTake}>
          {t('edit.takeTheirs')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('edit.keepMine')}
        </Button>
      </div>
    </Notice>
  );
}
