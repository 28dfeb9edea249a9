import { useQuery } from '@tanstack/react-query';
import { useAnswered } from '../../shared/api/use-answered';
import { Select } from '../../shared/ui/Select';
import { categories, type InboxSearch, isFiltered, severities } from './filters';
import classes from './InboxFilters.module.css';
import { signalQueries } from './queries';
import { t } from './words';

type Props = { search: InboxSearch; onChange: (search: InboxSearch) => void };

export function InboxFilters({ search, onChange }: Props) {
  const competitors = useQuery({ ...signalQueries.competitors(), enabled: useAnswered() });
  return (
    <fieldset className={classes.filters} aria-label={t('inbox.filters')}>
      <Select
        label={t('filter.competitor')}
        all={t('filter.allCompetitors')}
        value={search.competitor}
        options={(competitors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(competitor) => onChange({ ...search, competitor })}
      />
      <Select
        label={t('filter.category')}
        all={t('filter.allCategories')}
        value={search.category}
        options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
        onChange={(category) => onChange({ ...search, category })}
      />
      <Select
        label={t('filter.severity')}
        all={t('filter.allSeverities')}
        value={search.severity}
        options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        onChange={(severity) => onChange({ ...search, severity })}
      />
      <Select
        label={t('filter.who')}
        all={t('filter.anyone')}
        value={search.who}
        options={[
          { value: 'me', label: t('filter.mine') },
          { value: 'none', label: t('filter.unassigned') },
          { value: 'named', label: t('filter.named') },
        ]}
        onChange={(who) => onChange({ ...search, who })}
      />
      {isFiltered(search) && (
        <button type="button" className={classes.clear} onClick={() => onChange({ triage: search.triage })}>
          {t('filter.clear')}
        </button>
      )}
    </fieldset>
  );
}
