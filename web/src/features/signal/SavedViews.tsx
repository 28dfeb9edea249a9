import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { currentSession } from '../../shared/api/session';
import { Dialog } from '../../shared/ui/Dialog';
import { Select } from '../../shared/ui/Select';
import { Toast } from '../../shared/ui/Toast';
import { type InboxSearch, isFiltered } from './filters';
import classes from './SavedViews.module.css';
import { isSameView, type SavedView, useSavedViews } from './saved-views';
import { t } from './view-words';

type Props = { search: InboxSearch; onChoose: (search: InboxSearch) => void };

/** Filters under a name: chosen like a filter, kept and removed beside them. */
export function SavedViews({ search, onChoose }: Props) {
  const session = useQuery(currentSession());
  const { views, save, remove } = useSavedViews(session.data?.workspace.id ?? '');
  const [naming, setNaming] = useState(false);
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const current = views.find((view) => isSameView(view.search, search));
  return (
    <span className={classes.views}>
      {views.length > 0 && (
        <Select
          label={t('views.label')}
          all={t('views.all')}
          value={current?.name}
          options={views.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name) => onChoose(views.find((view) => view.name === name)?.search ?? { triage: search.triage })}
        />
      )}
      {current ? (
        <button
          type="button"
          className={classes.act}
          onClick={() => {
            remove(current.name);
            setRemoved(current);
          }}
        >
          {t('views.remove')}
        </button>
      ) : (
        isFiltered(search) && (
          <button type="button" className={classes.act} onClick={() => setNaming(true)}>
            {t('views.save')}
          </button>
        )
      )}
      {naming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onNamed={(name) => {
            save({ name, search });
            setRemoved(null);
            setNaming(false);
          }}
        />
      )}
      {removed && (
        <Toast>
          <span>{t('views.removed', { name: removed.name })}</span>
          <Button
            variant="subtle"
            onClick={() => {
              save(removed);
              setRemoved(null);
            }}
          >
            {t('action.undo')}
          </Button>
        </Toast>
      )}
    </span>
  );
}

function NameDialog({ onClose, onNamed }: { onClose: () => void; onNamed: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onNamed(name.trim());
  };
  return (
    <Dialog title={t('views.title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('views.lead')}</p>
        <label className={classes.field}>
          {t('views.name')}
          <input required maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </label>
        <span className={classes.views}>
          <Button type="submit">{t('views.save')}</Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </span>
      </form>
    </Dialog>
  );
}
