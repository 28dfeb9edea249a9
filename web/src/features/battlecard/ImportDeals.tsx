import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import classes from './Deals.module.css';
import { useDealChanges } from './deal-queries';
import { t } from './words';

const mostCharacters = 600_000;

type Props = { competitorId: string; onDone: (words: string) => void; onClose: () => void };

/** A file is looked at first: what it would do, and what is wrong in which line; nothing is half imported. */
export function ImportDeals({ competitorId, onDone, onClose }: Props) {
  const { preview, importAll } = useDealChanges(competitorId);
  const [csv, setCsv] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setTooLarge(text.length > mostCharacters);
    if (text.length > mostCharacters) return;
    setCsv(text);
    preview.mutate(text);
  };
  const found = preview.data;
  const isSound = found !== undefined && found.faults.length === 0;
  const submit = () =>
    importAll.mutate(csv, {
      onSuccess: ({ added, changed }) => {
        onDone(t('deals.done', { added, changed }));
        onClose();
      },
    });
  return (
    <Dialog title={t('deals.importTitle')} onClose={onClose}>
      <div className={classes.parts}>
        <p className={classes.quiet}>{t('deals.help')}</p>
        <label className={classes.field}>
          {t('deals.file')}
          <input
            type="file"
            accept=".csv,text/csv,text/plain"
            onChange={(event) => void choose(event.currentTarget.files?.[0])}
          />
        </label>
        <div role="status">
          {isTooLarge && <p>{t('deals.tooLarge')}</p>}
          {preview.isPending && <p>{t('deals.reading')}</p>}
          {isSound && (
            <p>{t('deals.would', { added: found.added, changed: found.changed, unchanged: found.unchanged })}</p>
          )}
          {found && !isSound && <p>{t('deals.faults', { count: found.faults.length })}</p>}
        </div>
        {found && !isSound && (
          <ul className={`${classes.rows} ${classes.faults}`}>
            {found.faults.map(({ line, column, message }) => (
              <li key={`${line} ${column} ${message}`}>
                <strong>{t('deals.fault', { line, column })}</strong>
                <span>{message}</span>
              </li>
            ))}
          </ul>
        )}
        {preview.error && <ProblemNotice error={preview.error} />}
        {importAll.error && <ProblemNotice error={importAll.error} />}
        <div className={classes.actions}>
          <Button disabled={!isSound} loading={importAll.isPending} onClick={submit}>
            {t('deals.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
