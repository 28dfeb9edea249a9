import { Button } from '@mantine/core';
import { useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { WatchedSource } from '../../shared/api/types';
import { attention, neediestFirst } from '../../shared/source/source-state';
import { Panel } from '../../shared/ui/Panel';
import { ImportSources } from './ImportSources';
import { SourceRow } from './SourceRow';
import classes from './SourcesPanel.module.css';
import { t } from './words';

type Props = { competitorId: string; sources: WatchedSource[] };

export function SourcesPanel({ competitorId, sources }: Props) {
  const mayEdit = useMayEdit();
  const [isOpen, setOpen] = useState(false);
  const needy = sources.filter((source) => attention(source.condition) > 0).length;
  const open = mayEdit && (
    <Button variant="default" onClick={() => setOpen(true)}>
      {t('import.open')}
    </Button>
  );
  return (
    <Panel title={t('sources.title')} actions={open} flush>
      {isOpen && <ImportSources competitorId={competitorId} onClose={() => setOpen(false)} />}
      {sources.length === 0 ? (
        <p className={classes.empty}>{t('sources.none')}</p>
      ) : (
        <>
          {needy > 0 && <p className={classes.attention}>{t('sources.attention', { count: needy })}</p>}
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('sources.page')}</th>
                <th scope="col">{t('sources.health')}</th>
                <th scope="col">{t('sources.last')}</th>
                <th scope="col">{t('sources.next')}</th>
                <th scope="col">
                  <span className="sr-only">{t('sources.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {neediestFirst(sources).map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}
