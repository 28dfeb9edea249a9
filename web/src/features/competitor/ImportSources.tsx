import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ImportedSources } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './ImportSources.module.css';
import { useImportSources } from './queries';

const LONGEST_LIST = 500_000;

type Props = { competitorId: string; onClose: () => void };

/** Many pages at once: a list is checked line by line before anything is added. */
export function ImportSources({ competitorId, onClose }: Props) {
  const [text, setText] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const check = useImportSources(competitorId);
  const add = useImportSources(competitorId);
  const write = (next: string) => {
    setText(next);
    check.reset();
  };
  const readFile = async (file: File | undefined) => {
    setTooLarge((file?.size ?? 0) > LONGEST_LIST);
    if (file && file.size <= LONGEST_LIST) write(await file.text());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    check.mutate({ text, dryRun: true });
  };
  const error = add.error ?? check.error;
  return (
    <Dialog title={t('import.open')} onClose={onClose}>
      {add.data ? (
        <div className={classes.form} role="status">
          <p>{t('import.done', { count: add.data.added })}</p>
          <Button onClick={onClose}>{t('action.close')}</Button>
        </div>
      ) : (
        <form className={classes.form} onSubmit={submit}>
          <p className={classes.help}>{t('import.lead')}</p>
          <Textarea
            required
            label={t('import.text')}
            placeholder={t('import.placeholder')}
            rows={6}
            maxLength={LONGEST_LIST}
            value={text}
            onChange={(event) => write(event.currentTarget.value)}
          />
          <label className={classes.help}>
            {t('import.file')}{' '}
            <input
              type="file"
              accept=".csv,.opml,.xml,.txt"
              onChange={(event) => void readFile(event.currentTarget.files?.[0])}
            />
          </label>
          {isTooLarge && (
            <p role="alert" className={classes.problem}>
              {t('import.fileTooLarge')}
            </p>
          )}
          {check.data && <Lines checked={check.data} />}
          {error && <ProblemNotice error={error} />}
          <div className={classes.actions}>
            {check.data && check.data.added > 0 ? (
              <Button loading={add.isPending} onClick={() => add.mutate({ text, dryRun: false })}>
                {t('import.add', { count: check.data.added })}
              </Button>
            ) : (
              <Button type="submit" loading={check.isPending}>
                {t('import.check')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Lines({ checked }: { checked: ImportedSources }) {
  return (
    <section className={classes.lines ?? ''} aria-label={t('import.lines')} aria-live="polite">
      {checked.added === 0 && <p>{t('import.nothing')}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.address')}</th>
            <th scope="col">{t('import.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {checked.lines.map((line) => (
            <tr key={line.number}>
              <td>{line.number}</td>
              <td>{line.url}</td>
              <td>
                {t(`fate.${line.fate}`)}
                {line.fate === 'ADDED' && line.kind && `: ${t(`kind.${line.kind}`)}`}
                {line.detail && <div className={classes.help}>{line.detail}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
