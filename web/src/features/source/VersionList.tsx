import { Fragment, useState } from 'react';
import type { SourceDiff, SourceVersion } from '../../shared/api/types';
import { absoluteTime } from '../../shared/format/time';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import type { Range } from './queries';
import classes from './VersionList.module.css';
import { versionText } from './versions';
import { t } from './words';

type Pair = { from: string; to: string };
type Props = { diff: SourceDiff; onRange: (range: Range) => void };

/** The versions of a page, newest first; two of them are compared. Arrow keys move within From and within To. */
export function VersionList({ diff, onRange }: Props) {
  const { versions } = diff;
  const [chosen, choose] = useChosen(diff);
  const pick = (range: Pair) => {
    choose(range);
    onRange(range);
  };
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
            {versions.map((version, index) => (
              <Fragment key={version.documentId}>
                <VersionRow
                  version={version}
                  chosen={chosen}
                  note={versionText(version, index === versions.length - 1)}
                  isSeen={diff.lastSeen?.documentId === version.documentId}
                  onPick={pick}
                />
                {version.skipped > 0 && (
                  <tr className={classes.skipped}>
                    <td colSpan={3}>{t('versions.skipped', { count: version.skipped })}</td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </fieldset>
    </Panel>
  );
}

type RowProps = {
  version: SourceVersion;
  chosen: Pair;
  note: string;
  isSeen: boolean;
  onPick: (range: Pair) => void;
};

function VersionRow({ version, chosen: { from, to }, note, isSeen, onPick }: RowProps) {
  const id = version.documentId;
  const time = absoluteTime(version.fetchedAt);
  return (
    <tr data-chosen={id === from || id === to}>
      <td>
        <input
          type="radio"
          name="from"
          aria-label={t('versions.fromOf', { time })}
          checked={id === from}
          onChange={() => onPick({ from: id, to })}
        />
      </td>
      <td>
        <input
          type="radio"
          name="to"
          aria-label={t('versions.toOf', { time })}
          checked={id === to}
          onChange={() => onPick({ from, to: id })}
        />
      </td>
      <td>
        <span className={classes.when}>
          <RelativeTime at={version.fetchedAt} />
          {isSeen && <em>{t('versions.seen')}</em>}
        </span>
        <span className={classes.what}>{note}</span>
      </td>
    </tr>
  );
}

/** The versions chosen: at once when somebody picks one, and what is shown as soon as that is another pair. */
function useChosen({ from, to }: SourceDiff) {
  const shown = { from: from.documentId, to: to.documentId };
  const [known, setKnown] = useState(shown);
  const [chosen, choose] = useState(shown);
  if (known.from !== shown.from || known.to !== shown.to) {
    setKnown(shown);
    choose(shown);
  }
  return [chosen, choose] as const;
}
