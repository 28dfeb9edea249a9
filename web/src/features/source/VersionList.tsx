import { Fragment } from 'react';
import type { SourceDiff } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { t } from '../../shared/i18n/translate';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import type { Range } from './queries';
import classes from './VersionList.module.css';
import { versionText } from './versions';

type Props = { diff: SourceDiff; onRange: (range: Range) => void };

/** The versions of a page, newest first; two of them are compared. Arrow keys move within From and within To. */
export function VersionList({ diff, onRange }: Props) {
  const { versions, from, to } = diff;
  return (
    <Panel title={t('versions.list')} flush>
      <fieldset className={classes.fields}>
        <legend className="sr-only">{t('versions.choose')}</legend>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('versions.from')}</th>
              <th scope="col">{t('versions.to')}</th>
              <th scope="col">{t('versions.what')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, index) => {
              const id = version.documentId;
              const time = absoluteTime(version.fetchedAt);
              return (
                <Fragment key={id}>
                  <tr data-chosen={id === from.documentId || id === to.documentId}>
                    <td>
                      <input
                        type="radio"
                        name="from"
                        aria-label={t('versions.fromOf', { time })}
                        checked={id === from.documentId}
                        onChange={() => onRange({ from: id, to: to.documentId })}
                      />
                    </td>
                    <td>
                      <input
                        type="radio"
                        name="to"
                        aria-label={t('versions.toOf', { time })}
                        checked={id === to.documentId}
                        onChange={() => onRange({ from: from.documentId, to: id })}
                      />
                    </td>
                    <td>
                      <span className={classes.when}>
                        <RelativeTime at={version.fetchedAt} />
                        {diff.lastSeen?.documentId === id && <em>{t('versions.seen')}</em>}
                      </span>
                      <span className={classes.what}>{versionText(version, index === versions.length - 1)}</span>
                    </td>
                  </tr>
                  {version.skipped > 0 && (
                    <tr className={classes.skipped}>
                      <td colSpan={3}>{t('versions.skipped', { count: version.skipped })}</td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </fieldset>
    </Panel>
  );
}
