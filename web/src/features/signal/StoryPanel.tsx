import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, unwrap } from '../../shared/api/client';
import { keys } from '../../shared/api/keys';
import { useMayEdit } from '../../shared/api/session';
import type { Signal, Story } from '../../shared/api/types';
import { shortUrl } from '../../shared/format/words';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { signalQueries } from './queries';
import classes from './ReasonsPanel.module.css';
import { t } from './words';

/** What else tells of the same event, why we think so, and the way to say that it does not. */
export function StoryPanel({ signal }: { signal: Signal }) {
  return signal.story && signal.story.signals > 1 ? <Members signal={signal} storyId={signal.story.id} /> : null;
}

function Members({ signal, storyId }: { signal: Signal; storyId: string }) {
  const story = useQuery(signalQueries.story(storyId));
  const members = useQuery(signalQueries.storySignals(storyId));
  return (
    <Panel
      title={t('story.title')}
      note={t('story.note', { count: signal.story?.sources ?? 1 })}
      actions={
        <Link to="/insights/$id" params={{ id: storyId }}>
          {t('story.whole')}
        </Link>
      }
    >
      <QueryBoundary query={members}>
        {({ items }) => (
          <>
            <ul className={classes.reasons}>
              {items
                .filter(({ id }) => id !== signal.id)
                .map((other) => (
                  <Member key={other.id} other={other} story={story.data} />
                ))}
            </ul>
            {story.data?.apart && <p className={classes.quiet}>{t('story.apart')}</p>}
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Member({ other, story }: { other: Signal; story: Story | undefined }) {
  const mayEdit = useMayEdit();
  const queryClient = useQueryClient();
  const split = useMutation({
    mutationFn: (id: string) =>
      unwrap(api.POST('/api/v1/stories/{id}/split', { params: { path: { id } }, body: { signalIds: [other.id] } })),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: keys.stories });
      void queryClient.invalidateQueries({ queryKey: keys.signals });
    },
  });
  const why = new Set(
    story?.ties.filter((tie) => tie.signalId === other.id || tie.otherId === other.id).map((tie) => tie.detail),
  );
  return (
    <li>
      <Link to="/signals/$id" params={{ id: other.id }}>
        {other.headline}
      </Link>
      <p className={classes.quiet}>{other.pageTitle ?? shortUrl(other.url)}</p>
      {[...why].slice(0, 3).map((detail) => (
        <p key={detail} className={classes.quiet}>
          {detail}
        </p>
      ))}
      {split.error && <ProblemNotice error={split.error} />}
      {mayEdit && story && (
        <Button
          variant="subtle"
          loading={split.isPending}
          aria-label={t('story.splitLabel', { headline: other.headline })}
          onClick={() => split.mutate(story.id)}
        >
          {t('story.split')}
        </Button>
      )}
    </li>
  );
}
