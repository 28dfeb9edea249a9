import { AlertIcon } from '@primer/octicons-react';
import type { PartialNote } from '../api/types';
import { hasPartName, t } from '../i18n/translate';
import classes from './PartialNotes.module.css';

/** Some services did not answer: what is shown is true but not all of it. */
export function PartialNotes({ notes }: { notes: PartialNote[] }) {
  if (notes.length === 0) return null;
  return (
    <div className={classes.notes} role="status">
      <AlertIcon size={16} aria-hidden />
      <div>
        <strong>{t('partial.title')}</strong>
        <ul>
          {notes.map((note) => (
            <li key={note.part}>
              {partName(note.part)}: {note.reason}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function partName(part: string): string {
  const key = `part.${part}` as const;
  return hasPartName(key) ? t(key) : part;
}
