import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { allFacts } from '../../shared/facts/all';
import { Proof } from '../../shared/facts/Proof';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { Scroll } from '../../shared/ui/Scroll';
import classes from './CompetitorFrame.module.css';
import { featuresOf, type KnownFeature, plansNamed } from './features';
import { t } from './words';

/** What each plan has, as far as a page says so. */
export function FeaturesTab({ id }: { id: string }) {
  const query = useQuery(allFacts({ competitorId: id, kind: 'FEATURE', current: true }));
  const [q, setQ] = useState('');
  return (
    <Panel
      title={t('features.title')}
      note={t('features.note')}
      actions={
        <Link to="/compare/$topic" params={{ topic: 'features' }} search={{ c: id }}>
          {t('features.compare')}
        </Link>
      }
      flush
    >
      <QueryBoundary query={query}>
        {({ items }) => {
          const all = featuresOf(items);
          if (all.length === 0) return <Notice title={t('features.none')} />;
          const shown = all.filter(({ name }) => name.toLowerCase().includes(q.trim().toLowerCase()));
          return (
            <>
              <div className={classes.more}>
                <TextInput
                  type="search"
                  size="xs"
                  aria-label={t('features.search')}
                  placeholder={t('features.search')}
                  value={q}
                  onChange={(event) => setQ(event.currentTarget.value)}
                />
              </div>
              {shown.length === 0 ? (
                <Notice title={t('features.noMatch', { q })} />
              ) : (
                <FeatureTable features={shown} plans={plansNamed(all)} />
              )}
            </>
          );
        }}
      </QueryBoundary>
    </Panel>
  );
}

function FeatureTable({ features, plans }: { features: KnownFeature[]; plans: string[] }) {
  return (
    <Scroll label={t('features.title')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('features.name')}</th>
            {plans.map((plan) => (
              <th key={plan} scope="col">
                {plan}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {features.map(({ name, plans: said }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {plans.map((plan) => {
                const found = said.find((each) => each.plan === plan);
                return (
                  <td key={plan}>
                    {found ? (
                      <>
                        {found.text} <Proof fact={found.fact} />
                      </>
                    ) : (
                      <span className={classes.quiet}>{t('features.unknown')}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
