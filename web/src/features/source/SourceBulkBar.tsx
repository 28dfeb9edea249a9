import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WatchedSource } from '../../shared/api/types';
import { everyInterval } from '../../shared/format/time';
import { Dialog } from '../../shared/ui/Dialog';
import { Select } from '../../shared/ui/Select';
import { t } from './list-words';
import classes from './SourceList.module.css';
import type { SourceAct } from './use-source-acts';

const intervals = ['PT15M', 'PT1H', 'PT6H', 'PT12H', 'PT24H', 'PT168H'];

type Props = {
  sources: WatchedSource[];
  pending: boolean;
  onAct: (act: SourceAct) => void;
  onClear: () => void;
};

/** One act for all selected pages. Only what cannot be taken back asks first. */
export function SourceBulkBar({ sources, pending, onAct, onClear }: Props) {
  const [deleting, setDeleting] = useState(false);
  const count = sources.length;
  return (
    <fieldset className={classes.bulk} aria-label={t('sourceList.bulk')}>
      <span role="status">{t('sourceList.chosen', { count })}</span>
      <Button variant="default" loading={pending} onClick={() => onAct({ act: 'visit' })}>
        {t('sourceList.visit')}
      </Button>
      {sources.some(({ paused }) => !paused) && (
        <Button variant="default" loading={pending} onClick={() => onAct({ act: 'pause' })}>
          {t('sourceList.pause')}
        </Button>
      )}
      {sources.some(({ paused }) => paused) && (
        <Button variant="default" loading={pending} onClick={() => onAct({ act: 'resume' })}>
          {t('sourceList.resume')}
        </Button>
      )}
      <Select
        label={t('sourceList.interval')}
        all={t('sourceList.interval')}
        value={undefined}
        options={intervals.map((value) => ({ value, label: everyInterval(value) }))}
        onChange={(every) => every && onAct({ act: 'interval', every })}
      />
      <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
        {t('sourceList.delete')}
      </Button>
      <Button variant="subtle" onClick={onClear}>
        {t('sourceList.selectNone')}
      </Button>
      {deleting && (
        <Dialog title={t('sourceList.deleteTitle', { count })} onClose={() => setDeleting(false)}>
          <p>{t('sourceList.deleteBody')}</p>
          <div className={classes.confirm}>
            <Button color="red" loading={pending} onClick={() => onAct({ act: 'delete' })}>
              {t('sourceList.deleteDo')}
            </Button>
            <Button variant="default" onClick={() => setDeleting(false)}>
              {t('action.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </fieldset>
  );
}
