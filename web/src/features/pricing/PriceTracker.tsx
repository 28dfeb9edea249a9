import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ExportLinks } from '../../shared/export/ExportLinks';
import { allFacts } from '../../shared/facts/all';
import { PriceLines, planName } from '../../shared/pricing/PriceLines';
import { priceHistory } from '../../shared/pricing/queries';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { competitorList } from '../../shared/api/competitor';
import { PlanTable } from './PlanTable';
import classes from './PriceTracker.module.css';
import { filtered, type TrackedPlan, type TrackerSearch, trackedPlans } from './tracker';
import { t } from './words';

type Props = { search: TrackerSearch; onSearch: (search: TrackerSearch) => void };

/** What every competitor asks for every plan, and when that last moved. */
export function PriceTracker({ search, onSearch }: Props) {
  const history = useQuery(priceHistory());
  const facts = useQuery(allFacts({ kind: 'PRICE' }));
  const competitors = useQuery(competitorList());
  const all =
    history.data && competitors.data ? trackedPlans(history.data, facts.data?.items ?? [], competitors.data.items) : [];
  const shown = filtered(all, search);
  return (
    <>
      <PageHeader
        title={t('tracker.title')}
        actions={
          <>
            <ExportLinks path="/facts/prices/export" query={{ competitorId: search.competitor }} />
            <RouteButton to="/compare/$topic" params={{ topic: 'pricing' }} search={{}} variant="default">
              {t('tracker.compare')}
            </RouteButton>
          </>
        }
      />
      <div className={classes.filters}>
        <Select
          label={t('tracker.competitor')}
          all={t('tracker.competitor')}
          value={search.competitor}
          options={(competitors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(competitor) => onSearch({ ...search, competitor })}
        />
        <Select
          label={t('tracker.sort')}
          value={search.sort}
          options={(['move', 'name'] as const).map((value) => ({ value, label: t(`tracker.sort.${value}`) }))}
          onChange={(sort) => onSearch({ ...search, sort: sort ?? 'move' })}
        />
        <TextInput
          type="search"
          size="xs"
          aria-label={t('tracker.search')}
          placeholder={t('tracker.search')}
          defaultValue={search.q ?? ''}
          onChange={(event) => onSearch({ ...search, q: event.currentTarget.value || undefined })}
        />
        <label>
          <input
            type="checkbox"
            checked={search.moved ?? false}
            onChange={(event) => onSearch({ ...search, moved: event.currentTarget.checked || undefined })}
          />{' '}
          {t('tracker.moved')}
        </label>
      </div>
      {/* Without the companies no plan has a name, and the list would say for a moment that there is none. */}
      <QueryBoundary query={history.data ? competitors : history}>
        {() => (
          <div className={classes.stack} data-in-order>
            {shown.length > 0 && (
              <Panel title={t('tracker.chart')}>
                <PriceLines
                  title={t('tracker.chart')}
                  history={shown.map(({ series }) => series)}
                  facts={facts.data?.items ?? []}
                  nameOf={nameIn(shown)}
                />
              </Panel>
            )}
            <Panel title={t('tracker.list')} flush>
              <PlanTable
                plans={shown}
                empty={<Empty isFiltered={all.length > 0} onClear={() => onSearch({ sort: search.sort })} />}
              />
            </Panel>
          </div>
        )}
      </QueryBoundary>
    </>
  );
}

function nameIn(plans: TrackedPlan[]) {
  const names = new Map(plans.map(({ series, competitor }) => [series.competitorId, competitor]));
  return (series: TrackedPlan['series']) =>
    t('tracker.nameInChart', { competitor: names.get(series.competitorId) ?? '', plan: planName(series) });
}

function Empty({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (!isFiltered) {
    return (
      <Notice title={t('tracker.none')}>
        <p>{t('tracker.noneBody')}</p>
        <RouteButton to="/competitors" search={{}} variant="default">
          {t('nav.competitors')}
        </RouteButton>
      </Notice>
    );
  }
  return (
    <Notice title={t('tracker.noMatch')}>
      <button type="button" className={classes.clear} onClick={onClear}>
        {t('tracker.clear')}
      </button>
    </Notice>
  );
}
