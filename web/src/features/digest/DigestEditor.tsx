import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useMayEdit } from '../../shared/api/session';
import type { Digest, DigestRequest } from '../../shared/api/types';
import { EditionArticle } from '../../shared/edition/EditionArticle';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { CadenceFields, SelectionFields } from './DigestFields';
import classes from './Digests.module.css';
import { type Draft, draftOf, emptyDraft, requestOf, sentence } from './draft';
import { digestQueries, useDigestChanges } from './queries';
import { t } from './words';

export function NewDigest() {
  const navigate = useNavigate();
  if (!useMayEdit()) {
    return (
      <Notice title={t('forbidden.title')} level="h1">
        <p>{t('digests.readOnly')}</p>
      </Notice>
    );
  }
  return (
    <>
      <PageHeader title={t('digests.new')} meta={<Link to="/digests">{t('digests.back')}</Link>} />
      <DigestEditor onSaved={({ id }) => void navigate({ to: '/digests/$id', params: { id } })} />
    </>
  );
}

type Props = { digest?: Digest; onSaved?: (digest: Digest) => void; aside?: ReactNode };

/** A digest as a sentence, with what it would say of the last period beside it. */
export function DigestEditor({ digest, onSaved, aside }: Props) {
  const mayEdit = useMayEdit();
  const competitors = useQuery(digestQueries.competitors());
  const { save } = useDigestChanges();
  const [draft, setDraft] = useState<Draft>(() =>
    digest ? draftOf(digest) : emptyDraft(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'),
  );
  const [previewed, setPreviewed] = useState<DigestRequest>();
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const competitor = competitors.data?.items.find(({ id }) => id === draft.competitorId)?.name;
  const others = draft.competitorId ? (digest?.selection.competitorIds.length ?? 1) - 1 : 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { ...(digest && { id: digest.id, version: digest.version }), digest: requestOf(draft, digest) },
      { onSuccess: (saved) => onSaved?.(saved) },
    );
  };
  return (
    <div className={classes.editor}>
      <div className={classes.panels}>
        {aside}
        <Panel title={t('digest.edit')}>
          <form className={classes.parts} onSubmit={submit}>
            <p className={classes.sentence} aria-live="polite">
              {sentence(draft, competitor, Math.max(0, others))}
            </p>
            <SelectionFields draft={draft} onChange={change} />
            <CadenceFields draft={draft} onChange={change} />
            {save.error && <ProblemNotice error={save.error} />}
            {save.isSuccess && digest && <p role="status">{t('digest.saved')}</p>}
            <div className={classes.actions}>
              {mayEdit && (
                <Button type="submit" loading={save.isPending}>
                  {t('digest.save')}
                </Button>
              )}
              <Button variant="default" onClick={() => setPreviewed(requestOf(draft, digest))}>
                {t('digest.previewShow')}
              </Button>
              <label className={classes.check}>
                <input
                  type="checkbox"
                  checked={draft.enabled}
                  onChange={(event) => change({ enabled: event.currentTarget.checked })}
                />
                {t('digest.enabled')}
              </label>
            </div>
          </form>
        </Panel>
      </div>
      {previewed && <Preview digest={previewed} />}
    </div>
  );
}

function Preview({ digest }: { digest: DigestRequest }) {
  const preview = useQuery(digestQueries.preview(digest));
  return (
    <Panel title={t('digest.preview')} note={t('digest.previewNote')}>
      <QueryBoundary query={preview}>
        {(content) => (
          <>
            <p className={classes.sentence} role="status">
              {content.headline}
            </p>
            <EditionArticle content={content} />
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}
