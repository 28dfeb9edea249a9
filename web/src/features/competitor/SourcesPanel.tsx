import type { WatchedSource } from '../../shared/api/types';
import { t } from '../../shared/i18n/translate';
import { Panel } from '../../shared/ui/Panel';
import { SourceRow } from './SourceRow';
import classes from './SourcesPanel.module.css';

export function SourcesPanel({ sources }: { sources: WatchedSource[] }) {
  return (
    <Panel title={t('sources.title')} flush>
      {sources.length === 0 ? (
        <p className={classes.empty}>{t('sources.none')}</p>
      ) : (
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
            {sources.map((source) => (
              <SourceRow key={source.id} source={source} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
