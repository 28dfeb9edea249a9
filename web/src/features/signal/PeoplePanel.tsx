import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { useMayEdit } from '../../shared/api/session';
import type { Signal } from '../../shared/api/types';
import { workspaceQueries } from '../../shared/api/workspace';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { mentionsIn } from './mentions';
import classes from './PeoplePanel.module.css';
import { signalQueries } from './queries';
import { t } from './words';

/** Who looks after a signal, and what is said about it. */
export function PeoplePanel({ signal }: { signal: Signal }) {
  const mayEdit = useMayEdit();
  const comments = useQuery(signalQueries.comments(signal.id));
  const members = useQuery(workspaceQueries.members());
  const { assign, remove } = useTalk(signal.id);
  const people = members.data?.items ?? [];
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? t('comments.someone');
  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  if (members.data && signal.assignee && !people.some(({ id }) => id === signal.assignee)) {
    options.push({ value: signal.assignee, label: t('comments.someone') });
  }
  return (
    <Panel title={t('comments.title')}>
      <p className={classes.assignee}>
        {t('assign.label')}{' '}
        {mayEdit ? (
          <Select
            label={t('assign.label')}
            all={t('assign.nobody')}
            value={signal.assignee ?? undefined}
            options={options}
            onChange={(memberId) => assign.mutate(memberId ?? null)}
          />
        ) : signal.assignee ? (
          nameOf(signal.assignee)
        ) : (
          t('assign.nobody')
        )}
      </p>
      {assign.error && <ProblemNotice error={assign.error} />}
      <QueryBoundary query={comments}>
        {(found) =>
          found.length === 0 ? (
            <p className={classes.quiet}>{t('comments.none')}</p>
          ) : (
            <ol className={classes.comments}>
              {found.map((comment) => (
                <li key={comment.id}>
                  <p className={classes.quiet}>
                    {nameOf(comment.author)} {'\u00b7'} <RelativeTime at={comment.createdAt} />
                  </p>
                  <p className={classes.body}>{comment.body}</p>
                  {comment.author === members.data?.me && (
                    <Button
                      variant="subtle"
                      aria-label={t('comments.remove', { body: comment.body.slice(0, 60) })}
                      onClick={() => remove.mutate(comment.id)}
                    >
                      {t('action.remove')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          )
        }
      </QueryBoundary>
      {mayEdit && <CommentForm signalId={signal.id} people={people} />}
    </Panel>
  );
}

function CommentForm({ signalId, people }: { signalId: string; people: { id: string; name: string }[] }) {
  const [body, setBody] = useState('');
  const { add } = useTalk(signalId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ body, mentions: mentionsIn(body, people) }, { onSuccess: () => setBody('') });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        required
        maxLength={4000}
        rows={2}
        label={t('comments.field')}
        description={t('comments.help')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {add.error && <ProblemNotice error={add.error} />}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('comments.add')}
        </Button>
      </div>
    </form>
  );
}

function useTalk(signalId: string) {
  const queryClient = useQueryClient();
  const params = { path: { id: signalId } };
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: keys.signal(signalId) });
  return {
    assign: useMutation({
      mutationFn: (memberId: string | null) =>
        unwrap(api.PUT('/api/v1/signals/{id}/assignee', { params, body: { memberId } })),
      onSuccess,
    }),
    add: useMutation({
      mutationFn: (body: { body: string; mentions: string[] }) =>
        unwrap(api.POST('/api/v1/signals/{id}/comments', { params, body })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (commentId: string) =>
        unwrap(
          api.DELETE('/api/v1/signals/{id}/comments/{commentId}', { params: { path: { id: signalId, commentId } } }),
        ),
      onSuccess,
    }),
  };
}
