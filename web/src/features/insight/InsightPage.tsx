import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Signal, Story } from '../../shared/api/types';
import { SaveToCard } from '../../shared/battlecard/SaveToCard';
import { EvidenceQuote } from '../../shared/evidence/EvidenceQuote';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import { Claims } from './Claims';
import { insightOf } from './claims';
import classes from './Insights.module.css';
import { insightQueries } from './queries';
import { t } from './words';

/** One story: what is claimed of it, the words behind each claim, and the signals it is made of. */
export function InsightPage({ id }: { id: string }) {
  const query = useQuery(insightQueries.one(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(story) => <Found story={story} isMerged={story.id !== id} />}
    </QueryBoundary>
  );
}

function Found({ story, isMerged }: { story: Story; isMerged: boolean }) {
  const query = useQuery(insightQueries.signals(story.id));
  return (
    <article>
      <PageHeader
        title={story.headline}
        meta={
          <>
            <Link to="/insights" search={{}}>
              {t('insights.back')}
            </Link>
            <span>{t('insights.significance', { value: story.significance })}</span>
            <span>{t('insights.sources', { count: story.sources })}</span>
            <span>
              {t('insights.first')} <RelativeTime at={story.firstSeenAt} />
            </span>
            <span>
              {t('insights.last')} <RelativeTime at={story.lastSeenAt} />
            </span>
            {story.apart && <Chip>{t('insight.apart')}</Chip>}
          </>
        }
      />
      {isMerged && <p className={classes.merged}>{t('insights.merged')}</p>}
      <QueryBoundary query={query}>{({ items }) => <Parts story={story} signals={items} />}</QueryBoundary>
    </article>
  );
}

function Parts({ story, signals }: { story: Story; signals: Signal[] }) {
  const insight = insightOf(signals);
  useShortcuts(
    Object.fromEntries(
      insight.evidence.slice(0, 9).map(({ id }, index) => [
        String(index + 1),
        () => {
          const quote = document.getElementById(`evidence-${id}`);
          quote?.scrollIntoView({ block: 'center' });
          quote?.querySelector('a')?.focus({ preventScroll: true });
        },
      ]),
    ),
  );
  const lead = signals.find(({ id }) => id === story.leadSignalId) ?? signals[0];
  return (
    <div className={classes.stack}>
      <Claims insight={insight} />
      <Panel
        title={t('insight.evidence')}
        note={insight.evidence.length > 0 && t('insight.keys')}
        actions={
          lead && (
            <SaveToCard
              competitorId={lead.competitorId}
              text={story.headline}
              citations={insight.evidence
                .filter(({ verified, side }) => verified && side === 'AFTER')
                .slice(0, 5)
                .map(({ documentId, start, end, quote }) => ({ documentId, start, end, quote, signalId: lead.id }))}
            />
          )
        }
      >
        {insight.evidence.length === 0 && <p>{t('insight.noEvidence')}</p>}
        {insight.evidence.map((quote, index) => (
          <EvidenceQuote key={quote.id} evidence={quote} number={index + 1} />
        ))}
      </Panel>
      <Panel title={t('insight.signals')} flush>
        <ul>
          {signals.map((signal) => (
            <li key={signal.id} className={classes.row}>
              <SeverityMark severity={signal.severity} />
              <span className={classes.words}>
                <Link to="/signals/$id" params={{ id: signal.id }} className={classes.headline ?? ''}>
                  {signal.headline}
                </Link>
                <span className={classes.quiet}>{signal.competitor?.name}</span>
              </span>
              <span className={classes.quiet}>
                <RelativeTime at={signal.detectedAt} />
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Ties story={story} />
    </div>
  );
}

function Ties({ story }: { story: Story }) {
  const details = [...new Set(story.ties.map(({ detail }) => detail))];
  if (details.length === 0) return null;
  return (
    <Panel title={t('insight.ties')}>
      <ul>
        {details.map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </Panel>
  );
}
