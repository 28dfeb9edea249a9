import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useIsAdmin } from '../../shared/api/session';
import type { CompanyProfileView } from '../../shared/api/types';
import { PageHeader } from '../../shared/ui/PageHeader';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { AboutFields } from './AboutFields';
import classes from './Company.module.css';
import { type Draft, draftOf, profileOf } from './draft';
import { PlanFields } from './PlanFields';
import { companyQueries, useSaveProfile } from './queries';
import { RelationFields } from './RelationFields';

/** What assessments know of us: who we are, what we ask for it, and how we see the others. */
export function Company() {
  const profile = useQuery(companyQueries.profile());
  return (
    <>
      <PageHeader title={t('company.title')} />
      <p className={classes.lead}>{t('company.lead')}</p>
      <QueryBoundary query={profile}>{(found) => <Profile key={found.version} view={found} />}</QueryBoundary>
    </>
  );
}

function Profile({ view }: { view: CompanyProfileView }) {
  const isAdmin = useIsAdmin();
  const save = useSaveProfile();
  const [draft, setDraft] = useState<Draft>(() => draftOf(view.profile));
  const change = (part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part }));
  const profile = profileOf(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (profile) save.mutate({ version: view.version, profile });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <p className={classes.quiet}>
        {view.updatedAt ? (
          <>
            {t('company.version', { version: view.version })} <RelativeTime at={view.updatedAt} />
          </>
        ) : (
          t('company.empty')
        )}
      </p>
      <fieldset className={classes.fields} disabled={!isAdmin}>
        <legend className="sr-only">{t('company.title')}</legend>
        <AboutFields draft={draft} onChange={change} />
        <PlanFields plans={draft.plans} onChange={(plans) => change({ plans })} />
        <RelationFields relations={draft.relations} onChange={(relations) => change({ relations })} />
      </fieldset>
      {save.error && <ProblemNotice error={save.error} />}
      {isAdmin ? (
        <div className={classes.actions}>
          <Button type="submit" loading={save.isPending} disabled={!profile}>
            {t('company.save')}
          </Button>
          <span role="status" className={classes.quiet}>
            {save.isSuccess && t('providers.saved')}
          </span>
        </div>
      ) : (
        <p className={classes.quiet}>{t('company.onlyAdmins')}</p>
      )}
    </form>
  );
}
