import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { AskAnswer, AskRequest } from '../../shared/api/types';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Answer } from './Answer';
import classes from './Ask.module.css';
import { AskedBefore } from './AskedBefore';
import { AskForm } from './AskForm';
import { askQueries, useAsking } from './queries';
import { t } from './words';

type Props = { competitor?: string | undefined; conversation?: string | undefined };

const examples = ['ask.try.changes', 'ask.try.prices', 'ask.try.hiring', 'ask.try.sso'] as const;

/** A question, whom it is about, and what was asked before. */
export function AskScreen({ competitor, conversation }: Props) {
  const [asked, setAsked] = useState('');
  const { ask, pending } = useAskAndOpen(conversation, setAsked);
  return (
    <Screen title={t('ask.title')}>
      <p className={classes.lead}>{t('ask.lead')}</p>
      <Panel title={t('ask.question')}>
        <AskForm key={asked} competitor={competitor} question={asked} pending={pending.isPending} onAsk={ask} />
        {pending.isPending && <Looking />}
        {pending.error && <ProblemNotice error={pending.error} />}
      </Panel>
      <Panel title={t('ask.try')}>
        <div className={classes.chips}>
          {examples.map((key) => (
            <button
              key={key}
              type="button"
              className={classes.suggestion}
              disabled={pending.isPending}
              onClick={() => ask(request(t(key), competitor ? [competitor] : []))}
            >
              {t(key)}
            </button>
          ))}
        </div>
      </Panel>
    </Screen>
  );
}

/** A question with its answer, and room for the next one. */
export function AnswerScreen({ id }: { id: string }) {
  const query = useQuery(askQueries.one(id));
  return (
    <Screen
      title={query.data?.question ?? t('ask.title')}
      actions={
        <RouteButton to="/ask" search={{}} variant="default">
          {t('ask.new')}
        </RouteButton>
      }
    >
      <QueryBoundary query={query}>{(answer) => <Found key={answer.id} answer={answer} />}</QueryBoundary>
    </Screen>
  );
}

function Found({ answer }: { answer: AskAnswer }) {
  const { ask, pending } = useAskAndOpen(answer.conversationId);
  return (
    <>
      <Answer answer={answer} onAsk={(question) => ask(request(question, answer.scope.competitorIds))} />
      <Panel title={t('answer.next')}>
        <AskForm competitor={answer.scope.competitorIds[0]} question="" pending={pending.isPending} onAsk={ask} />
        {pending.isPending && <Looking />}
        {pending.error && <ProblemNotice error={pending.error} />}
      </Panel>
    </>
  );
}

function Screen({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <>
      <PageHeader title={title} actions={actions} />
      <div className={classes.screen}>
        <div className={classes.column}>{children}</div>
        <AskedBefore />
      </div>
    </>
  );
}

function Looking() {
  return (
    <p className={classes.looking} role="status">
      <span className={classes.bar} aria-hidden="true" />
      {t('ask.looking')}
    </p>
  );
}

function request(question: string, competitorIds: string[]): AskRequest {
  return { question, scope: { competitorIds } };
}

/** Asks in the member's own time zone and goes where the answer is. */
function useAskAndOpen(conversation?: string, onFailure?: (question: string) => void) {
  const navigate = useNavigate();
  const { ask } = useAsking();
  return {
    pending: ask,
    ask: (question: AskRequest) =>
      ask.mutate(
        {
          ...question,
          zone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
          ...(conversation && { conversationId: conversation }),
        },
        {
          onSuccess: (answer) => void navigate({ to: '/ask/$id', params: { id: answer.id } }),
          onError: () => onFailure?.(question.question),
        },
      ),
  };
}
