import { useQuery } from '@tanstack/react-query';
import type { Signal } from '../../shared/api/types';
import { SaveToCard } from '../../shared/battlecard/SaveToCard';
import { EvidenceQuote } from '../../shared/evidence/EvidenceQuote';
import { FactsTable } from '../../shared/facts/FactsTable';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { AssessmentPanel } from './AssessmentPanel';
import { DiffPanel } from './DiffPanel';
import { allEvidence } from './evidence';
import { PeoplePanel } from './PeoplePanel';
import { signalQueries } from './queries';
import { ReasonsPanel } from './ReasonsPanel';
import { SignalHeader } from './SignalHeader';
import classes from './SignalPage.module.css';
import { StoryPanel } from './StoryPanel';
import { t } from './words';

export function SignalPage({ id }: { id: string }) {
  const query = useQuery(signalQueries.one(id));
  return (
    <QueryBoundary query={query} level="h1">
      {(signal) => <SignalDetail signal={signal} />}
    </QueryBoundary>
  );
}

function SignalDetail({ signal }: { signal: Signal }) {
  const evidence = allEvidence(signal);
  return (
    <article>
      <SignalHeader signal={signal} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {signal.facts.length > 0 && (
            <Panel title={t('signal.facts')} flush>
              <FactsTable facts={signal.facts} />
            </Panel>
          )}
          <DiffPanel changeId={signal.changeId} sourceId={signal.sourceId} />
          <Panel
            title={t('signal.evidence')}
            note={t('signal.evidenceNote')}
            actions={
              <SaveToCard
                competitorId={signal.competitorId}
                text={signal.headline}
                citations={evidence
                  .filter(({ verified, side }) => verified && side === 'AFTER')
                  .slice(0, 5)
                  .map(({ documentId, start, end, quote }) => ({ documentId, start, end, quote, signalId: signal.id }))}
              />
            }
          >
            {evidence.length === 0 ? (
              <p>{t('signal.noEvidence')}</p>
            ) : (
              evidence.map((quote, index) => <EvidenceQuote key={quote.id} evidence={quote} number={index + 1} />)
            )}
          </Panel>
        </div>
        <div className={classes.side}>
          <AssessmentPanel assessment={signal.assessment ?? null} evidence={evidence} brief={signal.brief} />
          <StoryPanel signal={signal} />
          <ReasonsPanel signal={signal} />
          <PeoplePanel signal={signal} />
        </div>
      </div>
    </article>
  );
}
