import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fact } from '../../shared/api/types';
import { allFacts, detailOf } from '../../shared/facts/all';
import { Proof } from '../../shared/facts/Proof';
import { day } from '../../shared/format/time';
import { functionName } from '../../shared/format/words';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { Notice } from '../../shared/ui/Notice';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Scroll } from '../../shared/ui/Scroll';
import { functionOf } from './activity';
import classes from './CompetitorFrame.module.css';
import { RangeChoice } from './RangeChoice';
import { RolesChart } from './RolesChart';
import type { Range } from './tabs';
import { t } from './words';

type Props = { id: string; range: Range; onRange: (range: Range) => void };

/** Whom they look for, where, and since when. */
export function JobsTab({ id, range, onRange }: Props) {
  const query = useQuery(allFacts({ competitorId: id, kind: 'JOB_OPENING' }));
  const [closedToo, setClosedToo] = useState(false);
  return (
    <QueryBoundary query={query}>
      {({ items }) => (
        <div className={classes.stack} data-in-order>
          <Panel title={t('roles.title')} actions={<RangeChoice range={range} onRange={onRange} />}>
            <RolesChart openings={items} range={range} />
          </Panel>
          <Panel
            title={t('openings.title')}
            actions={
              <label>
                <input
                  type="checkbox"
                  checked={closedToo}
                  onChange={(event) => setClosedToo(event.currentTarget.checked)}
                />{' '}
                {t('jobs.ended')}
              </label>
            }
            flush
          >
            <Openings openings={items.filter(({ validTo }) => closedToo || !validTo)} />
          </Panel>
        </div>
      )}
    </QueryBoundary>
  );
}

function Openings({ openings }: { openings: Fact[] }) {
  if (openings.length === 0) return <Notice title={t('roles.none')} />;
  return (
    <Scroll label={t('openings.title')} className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('jobs.role')}</th>
            <th scope="col">{t('jobs.function')}</th>
            <th scope="col">{t('jobs.place')}</th>
            <th scope="col">{t('jobs.since')}</th>
            <th scope="col">{t('terms.proof')}</th>
          </tr>
        </thead>
        <tbody>
          {openings.map((opening) => (
            <tr key={opening.id}>
              <th scope="row">
                {opening.link ? <ExternalLink href={opening.link}>{opening.subject}</ExternalLink> : opening.subject}
              </th>
              <td>{functionName(functionOf(opening))}</td>
              <td>{detailOf(opening, 'LOCATION') ?? '\u2013'}</td>
              <td className={classes.quiet}>
                {opening.validFrom ? day(opening.validFrom) : '\u2013'}
                {opening.validTo && `, ${t('jobs.closed', { date: day(opening.validTo) })}`}
              </td>
              <td>
                <Proof fact={opening} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
