import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FactsTable } from '../../shared/facts/FactsTable';
import { absoluteTime } from '../../shared/format/time';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { MarkSeen } from './MarkSeen';
import { type Comparison, type Range, sourceQueries } from './queries';
import classes from './SourceVersions.module.css';
import { TextDiff } from './TextDiff';
import { VersionList } from './VersionList';
import { before, neighbour, stepsBetween } from './versions';
import { t } from './words';

type Props = { id: string; range: Range; onRange: (range: Range) => void };

/** What differs between two versions of a page; by default since the member looked last. */
export function SourceVersions({ id, range, onRange }: Props) {
  const query = useQuery(sourceQueries.diff(id, range));
  return <QueryBoundary query={query}>{(diff) => <ComparedVersions diff={diff} onRange={onRange} />}</QueryBoundary>;
}

type ComparisonProps = { diff: Comparison; onRange: (range: Range) => void };

function ComparedVersions({ diff, onRange }: ComparisonProps) {
  const step = (by: 1 | -1) => {
    const to = neighbour(diff, by);
    const from = to && before(diff, to.documentId);
    if (to && from) onRange({ from: from.documentId, to: to.documentId });
  };
  useShortcuts({ '[': () => step(1), ']': () => step(-1) }, { '[': t('versions.older'), ']': t('versions.newer') });
  return (
    <div className={classes.columns}>
      <VersionList diff={diff} onRange={onRange} />
      <div className={classes.main}>
        <RangeHead diff={diff} onRange={onRange} />
        <Differences diff={diff} onRange={onRange} />
      </div>
    </div>
  );
}

function RangeHead({ diff, onRange }: ComparisonProps) {
  const steps = stepsBetween(diff);
  const title = diff.isChosen ? 'versions.between' : diff.lastSeen ? 'versions.sinceSeen' : 'versions.sinceFirst';
  return (
    <header className={classes.head}>
      <div>
        <h2>{t(title)}</h2>
        <p className={classes.quiet}>
          {t('versions.range', { from: absoluteTime(diff.from.fetchedAt), to: absoluteTime(diff.to.fetchedAt) })}
          {steps !== null && steps > 0 && `, ${t('versions.steps', { count: steps })}`}
          {steps !== null && steps < 0 && `, ${t('versions.backwards')}`}
        </p>
        <p className={classes.links}>
          <Link to="/documents/$id" params={{ id: diff.from.documentId }}>
            {t('versions.openOld')}
          </Link>
          <Link to="/documents/$id" params={{ id: diff.to.documentId }}>
            {t('versions.openNew')}
          </Link>
          <span className={classes.keys}>{t('versions.keys')}</span>
        </p>
      </div>
      <div className={classes.actions}>
        {diff.isChosen && (
          <Button variant="default" onClick={() => onRange({})}>
            {t('versions.toSinceSeen')}
          </Button>
        )}
        <MarkSeen diff={diff} />
      </div>
    </header>
  );
}

function Differences({ diff, onRange }: ComparisonProps) {
  if (diff.versions.length < 2) {
    return (
      <Panel title={t('versions.text.title')}>
        <Notice title={t('versions.onlyOne')}>
          <p>{t('versions.onlyOneBody')}</p>
        </Notice>
      </Panel>
    );
  }
  if (diff.from.documentId === diff.to.documentId) {
    return (
      <Panel title={t('versions.text.title')}>
        <NothingNew diff={diff} onRange={onRange} />
      </Panel>
    );
  }
  return (
    <>
      <Panel title={t('versions.facts.title')} flush>
        {diff.facts.length === 0 ? (
          <p className={classes.empty}>{t('versions.facts.none')}</p>
        ) : (
          <FactsTable facts={diff.facts} />
        )}
      </Panel>
      <TextDiff diff={diff} />
    </>
  );
}

function NothingNew({ diff, onRange }: ComparisonProps) {
  if (diff.isChosen) return <Notice title={t('versions.same')} />;
  const from = before(diff, diff.to.documentId);
  return (
    <Notice title={t('versions.nothingNew')}>
      <p>{t('versions.nothingNewBody')}</p>
      {from && (
        <Button variant="default" onClick={() => onRange({ from: from.documentId, to: diff.to.documentId })}>
          {t('versions.toLatest')}
        </Button>
      )}
    </Notice>
  );
}
