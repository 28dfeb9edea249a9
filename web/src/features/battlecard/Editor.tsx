import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { BattlecardDraft } from '../../shared/api/types';
import { cardQueries } from '../../shared/battlecard/queries';
import { Chip } from '../../shared/ui/Chip';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Toast } from '../../shared/ui/Toast';
import { useDraftChanges } from './changes';
import { Conflict, DraftActions } from './DraftActions';
import { DraftFields } from './DraftFields';
import { type Edited, editedOf, requestOf, withFacts } from './draft';
import classes from './Editor.module.css';
import { History } from './History';
import { SectionList } from './SectionEditor';
import { Versions } from './Versions';
import { t } from './words';

/** Where a card is written. Viewers are told who may. */
export function EditCard({ id }: { id: string }) {
  return useMayEdit() ? (
    <Draft id={id} />
  ) : (
    <Notice title={t('forbidden.title')} level="h1">
      <p>{t('cards.readOnly')}</p>
    </Notice>
  );
}

function Draft({ id }: { id: string }) {
  const draft = useQuery(cardQueries.draft(id));
  return (
    <QueryBoundary query={draft} level="h1">
      {(found) => <DraftEditor draft={found} />}
    </QueryBoundary>
  );
}

/** Holds what is typed until it is saved; what others saved meanwhile is never overwritten unasked. */
function DraftEditor({ draft }: { draft: BattlecardDraft }) {
  const changes = useDraftChanges(draft.id);
  const [base, setBase] = useState(draft);
  const [edited, setEdited] = useState<Edited>(() => editedOf(draft));
  const [said, setSaid] = useState('');
  const isDirty = JSON.stringify(requestOf(edited)) !== JSON.stringify(requestOf(editedOf(base)));
  const take = (theirs: BattlecardDraft) => {
    setBase(theirs);
    setEdited(editedOf(theirs));
  };
  if (draft !== base && draft.version === base.version) {
    // Nobody saved, only live facts moved: what was begun stays, also a text that is still empty and so not dirty.
    setBase(draft);
    setEdited((known) => withFacts(known, draft));
  } else if (draft.version > base.version && !isDirty) {
    take(draft);
  }
  const isOverrun = isDirty && !changes.save.isPending && draft.version > base.version;
  const save = () =>
    changes.save.mutate(
      { version: base.version, draft: requestOf(edited) },
      {
        onSuccess: (saved) => {
          take(saved);
          setSaid(t('edit.saved'));
        },
      },
    );
  return (
    <>
      <PageHeader
        title={t('edit.title', { name: draft.name })}
        meta={
          <>
            <Chip tone={base.state === 'PUBLISHED' ? 'success' : 'neutral'}>{t(`cardState.${base.state}`)}</Chip>
            {base.publishedNumber && <span>{t('card.version', { number: base.publishedNumber })}</span>}
            {isDirty && <Chip tone="warning">{t('edit.unsaved')}</Chip>}
          </>
        }
        actions={
          base.publishedNumber && (
            <RouteButton to="/battlecards/$id" params={{ id: draft.id }} variant="default">
              {t('edit.read')}
            </RouteButton>
          )
        }
      />
      {isOverrun && <Conflict onTake={() => take(draft)} onKeep={() => setBase(draft)} />}
      {changes.save.error && !isOverrun && <ProblemNotice error={changes.save.error} />}
      <div className={classes.editor}>
        <div className={classes.column}>
          <DraftFields edited={edited} onChange={setEdited} />
          <SectionList
            cardId={draft.id}
            isDirty={isDirty}
            sections={edited.sections}
            onChange={(sections) => setEdited((known) => ({ ...known, sections }))}
          />
        </div>
        <div className={`${classes.column} ${classes.aside}`}>
          <DraftActions draft={base} isDirty={isDirty} changes={changes} onSave={save} onSaid={setSaid} />
          <Versions draft={base} changes={changes} />
          <History id={draft.id} />
        </div>
      </div>
      <Toast>{said}</Toast>
    </>
  );
}
