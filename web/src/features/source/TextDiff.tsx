import { useMayEdit } from '../../shared/api/session';
import type { SourceDiff } from '../../shared/api/types';
import { DiffView } from '../../shared/diff/DiffView';
import { JudgedDiff } from '../../shared/ignoring/JudgedDiff';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { t } from './words';

/** The text of two versions side by side; who may, says of each place whether it is news. */
export function TextDiff({ diff }: { diff: SourceDiff }) {
  const mayEdit = useMayEdit();
  const ignored = diff.hunks.filter((hunk) => hunk.ignoredBy).length;
  const places = t('versions.text.note', { count: diff.hunks.length });
  return (
    <Panel
      title={t('versions.text.title')}
      note={
        diff.hunks.length > 0 && (ignored > 0 ? `${places}, ${t('versions.ignoredToo', { count: ignored })}` : places)
      }
      flush
    >
      {diff.hunks.length === 0 ? (
        <Notice title={t('versions.text.none')} />
      ) : (
        <>
          {mayEdit ? <JudgedDiff sourceId={diff.sourceId} diff={diff} /> : <DiffView hunks={diff.hunks} />}
          {diff.truncated && <Notice title={t('diff.truncated', { count: diff.totalLines })} />}
        </>
      )}
    </Panel>
  );
}
