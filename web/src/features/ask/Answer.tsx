import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AskAnswer, AskCitation } from '../../shared/api/types';
import { SaveToCard } from '../../shared/battlecard/SaveToCard';
import { absoluteTime, day } from '../../shared/format/time';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Toast } from '../../shared/ui/Toast';
import classes from './Ask.module.css';
import { withCitations } from './cite';
import { QuoteSheet } from './QuoteSheet';
import { useAsking } from './queries';
import { t } from './words';

/** What one block of a card takes. */
const longestText = 4000;
const mostCitations = 20;

const toNewCitation = ({ documentId, start, end, quote, lineageId, signalId }: AskCitation) => ({
  documentId,
  start,
  end,
  quote,
  lineageId: lineageId ?? null,
  signalId: signalId ?? null,
});

type Props = { answer: AskAnswer; onAsk: (question: string) => void };

const tones = { ANSWERED: 'success', PARTIAL: 'warning', INSUFFICIENT: 'neutral', OUT_OF_SCOPE: 'neutral' } as const;

/** Claims with their citations, how far they reach, and what may be done with them. */
export function Answer({ answer, onAsk }: Props) {
  const [open, setOpen] = useState<AskCitation | null>(null);
  const show = (number: number) => setOpen(answer.citations.find((each) => each.number === number) ?? null);
  useShortcuts(Object.fromEntries('123456789'.split('').map((key) => [key, () => show(Number(key))])));
  return (
    <>
      <Panel
        title={t('answer.heading')}
        note={
          <span className={classes.marks}>
            <Chip tone={tones[answer.verdict]}>{t(`verdict.${answer.verdict}`)}</Chip>
            {answer.claims.length > 0 && <Chip>{t(`answerConfidence.${answer.confidence}`)}</Chip>}
          </span>
        }
      >
        <Writing answer={answer} />
        {answer.note !== '' && <p className={classes.note}>{answer.note}</p>}
        {answer.claims.length > 0 && (
          <ol className={classes.claims}>
            {answer.claims.map((claim) => (
              <li key={`${claim.text} ${claim.citations.join()}`}>
                <p className={classes.claim} data-kind={claim.kind}>
                  {claim.text}{' '}
                  {claim.citations.map((number) => (
                    <Cite
                      key={number}
                      citation={answer.citations.find((each) => each.number === number)}
                      onOpen={setOpen}
                    />
                  ))}
                </p>
                <span className={classes.quiet}>{t(`claimKind.${claim.kind}`)}</span>
              </li>
            ))}
          </ol>
        )}
        {answer.canAsk.length > 0 && (
          <div className={classes.canAsk}>
            <p>{t('answer.canAsk')}</p>
            <ul>
              {answer.canAsk.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        )}
        <Reach answer={answer} />
        <Acts answer={answer} />
        {answer.followUps.length > 0 && (
          <div className={classes.chips}>
            {answer.followUps.map((question) => (
              <button key={question} type="button" className={classes.suggestion} onClick={() => onAsk(question)}>
                {question}
              </button>
            ))}
          </div>
        )}
      </Panel>
      {open && <QuoteSheet citation={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Cite({ citation, onOpen }: { citation: AskCitation | undefined; onOpen: (citation: AskCitation) => void }) {
  if (!citation) return null;
  const page = citation.title ?? citation.url;
  return (
    <button
      type="button"
      className={classes.cite}
      title={citation.quote}
      aria-label={t('answer.citation', { number: citation.number, page })}
      onClick={() => onOpen(citation)}
    >
      {citation.number}
    </button>
  );
}

/** Who wrote it, and how a language model is doing. */
function Writing({ answer }: { answer: AskAnswer }) {
  if (answer.verdict === 'OUT_OF_SCOPE') return null;
  return (
    <div className={classes.writing} role="status">
      {answer.modelState === 'PENDING' ? (
        <p className={classes.looking}>
          <span className={classes.bar} aria-hidden="true" />
          {t('answer.wording')}
        </p>
      ) : (
        <p className={classes.quiet}>
          {answer.writtenBy === 'MODEL' ? t('answer.byModel', { model: answer.model ?? '' }) : t('answer.byExtracts')}
        </p>
      )}
      {answer.modelState === 'FAILED' && (
        <p className={classes.quiet}>
          {t('answer.modelFailed')} {answer.modelReason}
        </p>
      )}
      {answer.droppedClaims > 0 && (
        <p className={classes.quiet}>{t('answer.dropped', { count: answer.droppedClaims })}</p>
      )}
    </div>
  );
}

/** What was looked through, for whom and for which time. */
function Reach({ answer }: { answer: AskAnswer }) {
  const { coverage, reading } = answer;
  if (answer.verdict === 'OUT_OF_SCOPE') return null;
  const whom = reading.competitors.map(({ name }) => name).join(', ') || t('answer.everybody');
  return (
    <div className={classes.reach}>
      <p>
        {t('answer.understood')}: {[whom, period(reading.from, reading.to)].filter(Boolean).join(', ')}
      </p>
      <p>
        {t('answer.coverage', { count: coverage.documents })} {t('answer.coverageOf', { count: coverage.competitors })}
        {coverage.signals > 0 && ` ${t('answer.signals', { count: coverage.signals })}`}
        {coverage.asOf && `, ${t('answer.asOf', { time: absoluteTime(coverage.asOf) })}`},{' '}
        {t('answer.took', { millis: answer.tookMs })}
      </p>
      {coverage.cut && <p>{t('answer.cut')}</p>}
      <p>
        {t('answer.asked')} <RelativeTime at={answer.askedAt} />
        {answer.useful > 0 && ` \u00b7 ${t('answer.rated', { count: answer.useful })}`}
        {answer.repeats && (
          <>
            {' \u00b7 '}
            <Link to="/ask/$id" params={{ id: answer.repeats }}>
              {t('answer.repeats')}
            </Link>
          </>
        )}
      </p>
    </div>
  );
}

function period(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to) return t('answer.between', { from: day(from), to: day(to) });
  if (from) return t('answer.since', { day: day(from) });
  return to ? t('answer.until', { day: day(to) }) : '';
}

function Acts({ answer }: { answer: AskAnswer }) {
  const navigate = useNavigate();
  const { again, rate, remove } = useAsking();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(withCitations(answer, window.location.origin)).then(() => setCopied(true));
  const error = again.error ?? rate.error ?? remove.error;
  const [first] = answer.citations;
  return (
    <>
      <div className={classes.acts}>
        {([true, false] as const).map((useful) => (
          <Button
            key={String(useful)}
            size="xs"
            variant={answer.mine === useful ? 'filled' : 'default'}
            aria-pressed={answer.mine === useful}
            disabled={rate.isPending}
            onClick={() => rate.mutate({ id: answer.id, useful })}
          >
            {t(useful ? 'answer.useful' : 'answer.notUseful')}
          </Button>
        ))}
        {answer.claims.length > 0 && (
          <Button size="xs" variant="default" onClick={copy}>
            {t('answer.copy')}
          </Button>
        )}
        {first && answer.claims.length > 0 && (
          <SaveToCard
            competitorId={first.competitorId}
            text={answer.claims
              .map(({ text }) => text)
              .join('\n')
              .slice(0, longestText)}
            citations={answer.citations.slice(0, mostCitations).map(toNewCitation)}
            origin="ANSWER"
          />
        )}
        <Button
          size="xs"
          variant="default"
          loading={again.isPending}
          onClick={() =>
            again.mutate(answer.id, {
              onSuccess: (next) => void navigate({ to: '/ask/$id', params: { id: next.id } }),
            })
          }
        >
          {t('answer.again')}
        </Button>
        {answer.mayDelete && (
          <Button
            size="xs"
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(answer.id, { onSuccess: () => void navigate({ to: '/ask', search: {} }) })}
          >
            {t('answer.delete')}
          </Button>
        )}
      </div>
      {error && <ProblemNotice error={error} />}
      <Toast>{copied && t('action.copied')}</Toast>
    </>
  );
}
