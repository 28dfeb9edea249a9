import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { competitorList } from '../../shared/api/competitor';
import type { Competitor } from '../../shared/api/types';
import { csvOf, fileName, markdownOf, saveFile } from '../../shared/export/file';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Notice } from '../../shared/ui/Notice';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import tabs from '../../shared/ui/Tabs.module.css';
import { BasisFields } from './BasisFields';
import { Chosen } from './Chosen';
import classes from './Compare.module.css';
import { CompareTable } from './CompareTable';
import { CurrencyFields } from './CurrencyFields';
import { asTable, type CompareSearch, chosenIds, differs, type Topic, topics } from './comparison';
import { currenciesOf } from './conversion';
import { useComparison } from './use-comparison';
import { t } from './words';

type Props = { topic: Topic; search: CompareSearch; onSearch: (search: CompareSearch) => void };

/** Companies side by side: the table that people put into their slides. */
export function Compare({ topic, search, onSearch }: Props) {
  const competitors = useQuery(competitorList());
  return (
    <>
      <PageHeader title={t('compare.heading')} />
      <nav className={tabs.tabs} aria-label={t('compare.topics')}>
        {topics.map((each) => (
          <Link
            key={each}
            to="/compare/$topic"
            params={{ topic: each }}
            search={search}
            className={tabs.tab ?? ''}
            data-active={each === topic}
            aria-current={each === topic ? 'page' : undefined}
          >
            {t(`compare.topic.${each}`)}
          </Link>
        ))}
      </nav>
      <QueryBoundary query={competitors}>
        {({ items }) => {
          const ids = chosenIds(search.c);
          const chosen = ids.flatMap((id) => items.find((each) => each.id === id) ?? []);
          return (
            <>
              <Chosen
                all={items}
                chosen={chosen}
                onChange={(next) => onSearch({ ...search, c: next.map(({ id }) => id).join(',') || undefined })}
              />
              {chosen.length === 0 ? (
                <Panel title={t(`compare.topic.${topic}`)}>
                  <Notice title={t(items.length === 0 ? 'compare.nobody' : 'compare.choose')}>
                    {items.length > 0 && <p>{t('compare.chooseBody')}</p>}
                  </Notice>
                </Panel>
              ) : (
                <Comparison topic={topic} chosen={chosen} search={search} onSearch={onSearch} />
              )}
            </>
          );
        }}
      </QueryBoundary>
    </>
  );
}

function Comparison({ topic, chosen, search, onSearch }: Props & { chosen: Competitor[] }) {
  const query = useComparison(topic, chosen, search);
  const onlyDifferences = search.differences ?? false;
  const toggle = () => onSearch({ ...search, differences: onlyDifferences ? undefined : true });
  useShortcuts({ d: toggle });
  return (
    <Panel
      title={t(`compare.topic.${topic}`)}
      note={t('compare.unknownNote')}
      actions={
        <label>
          <input type="checkbox" checked={onlyDifferences} onChange={toggle} /> {t('compare.differences')}
        </label>
      }
      flush
    >
      {topic === 'pricing' && <BasisFields search={search} onSearch={onSearch} />}
      {topic === 'pricing' && query.data && (
        <CurrencyFields currencies={currenciesOf(query.data.columns)} search={search} onSearch={onSearch} />
      )}
      <QueryBoundary query={query}>
        {({ columns, rows: all }) => {
          const rows = onlyDifferences ? all.filter(differs) : all;
          if (rows.length === 0)
            return <Notice title={t(all.length === 0 ? 'compare.nothing' : 'compare.noneDiffers')} />;
          const names = columns.map(({ name }) => name);
          const label = t('compare.table', { topic: t(`compare.topic.${topic}`), names: names.join(', ') });
          return (
            <>
              <CompareTable label={label} columns={columns} rows={rows} />
              <Copies title={label} table={asTable(t(`compare.topic.${topic}`), names, rows, t('compare.unknown'))} />
            </>
          );
        }}
      </QueryBoundary>
    </Panel>
  );
}

function Copies({ title, table }: { title: string; table: Parameters<typeof csvOf>[0] }) {
  const [said, setSaid] = useState('');
  const copy = async (text: string, extension: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('compare.copied'));
    } catch {
      // Without a secure origin there is no clipboard.
      saveFile(fileName(title, extension), new Blob([text], { type: 'text/plain' }));
      setSaid(t('compare.saved'));
    }
  };
  return (
    <div className={classes.foot}>
      <Button variant="default" onClick={() => void copy(csvOf(table), 'csv')}>
        {t('compare.csv')}
      </Button>
      <Button variant="default" onClick={() => void copy(markdownOf(table), 'md')}>
        {t('compare.markdown')}
      </Button>
      <span role="status">{said}</span>
      <span className={classes.keys}>{t('compare.keys')}</span>
    </div>
  );
}
