import { useQuery } from '@tanstack/react-query';
import { onTime } from '../../shared/source/on-time';
import { allSources } from '../../shared/source/queries';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import { QueryFailure } from '../../shared/ui/QueryFailure';
import { Scroll } from '../../shared/ui/Scroll';
import { number, percent, span } from './figures';
import { type Level, percentileLevel, ratioLevel } from './levels';
import classes from './Operations.module.css';
import { OperatorScreen } from './OperatorScreen';
import { ownRequests, timingsOfThisPage } from './own-requests';
import { operationQueries } from './queries';
import { t } from './words';

/** As promised. Shares are of everything counted, the 95th percentile is in milliseconds. */
const goals = { availability: 0.995, p95Ms: 500, crawl: 0.95, freshness: 0.99, jobs: 0.97 };
/** Fewer would let one accident decide. */
const least = { answers: 200, waits: 20, visits: 20, pages: 1, jobs: 1 };

/** What is promised and whether it is kept, as far as this installation can tell by itself. */
export function ServiceLevels() {
  return (
    <OperatorScreen title={t('ops.sla')}>
      <p className={classes.lead}>{t('sla.lead')}</p>
      <Levels />
    </OperatorScreen>
  );
}

function Levels() {
  const sourcesQuery = useQuery(allSources());
  const queuesQuery = useQuery(operationQueries.queues());
  const sources = sourcesQuery.data ?? [];
  const queues = queuesQuery.data?.items ?? [];

  const tried = sources.reduce((sum, { health }) => sum + (health?.visits24h ?? 0), 0);
  const failed = sources.reduce((sum, { health }) => sum + (health?.failures24h ?? 0), 0);
  const { watched, onTime: kept } = onTime(sources, Date.now());
  const done = queues.reduce((sum, { ratesPerMinute }) => sum + ratesPerMinute.completed, 0);
  const dead = queues.reduce((sum, { ratesPerMinute }) => sum + ratesPerMinute.dead, 0);
  const own = ownRequests(timingsOfThisPage());

  return (
    <>
      <QueryFailure queries={[sourcesQuery, queuesQuery]} />
      <Panel title={t('ops.sla')} flush>
        <Scroll label={t('ops.sla')} className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('sla.level')}</th>
                <th scope="col">{t('sla.goal')}</th>
                <th scope="col">{t('sla.now')}</th>
                <th scope="col">{t('sla.budget')}</th>
                <th scope="col">{t('sla.over')}</th>
              </tr>
            </thead>
            <tbody>
              <Row
                name="availability"
                goal={percent(goals.availability)}
                level={ratioLevel({
                  good: own.withoutServerError,
                  of: own.answered,
                  least: least.answers,
                  goal: goals.availability,
                })}
                over={t('sla.basis.answers', { count: own.answered })}
              />
              <Row
                name="p95"
                goal={span(goals.p95Ms / 1000)}
                level={percentileLevel(own.waitsMs, least.waits, goals.p95Ms)}
                value={(ms) => span(ms / 1000)}
                over={t('sla.basis.answers', { count: own.waitsMs.length })}
              />
              <Row
                name="crawl"
                goal={percent(goals.crawl)}
                level={ratioLevel({ good: tried - failed, of: tried, least: least.visits, goal: goals.crawl })}
                over={t('sla.basis.visits', { count: tried })}
              />
              <Row
                name="freshness"
                goal={percent(goals.freshness)}
                level={ratioLevel({ good: kept, of: watched, least: least.pages, goal: goals.freshness })}
                over={t('sla.basis.pages', { count: watched })}
              />
              <Row
                name="jobs"
                goal={percent(goals.jobs)}
                level={ratioLevel({ good: done, of: done + dead, least: least.jobs, goal: goals.jobs })}
                over={t('sla.basis.jobs', { count: Math.round((done + dead) * 10) / 10 })}
              />
            </tbody>
          </table>
        </Scroll>
      </Panel>
    </>
  );
}

type RowProps = {
  name: 'availability' | 'p95' | 'crawl' | 'freshness' | 'jobs';
  goal: string;
  level: Level;
  value?: (measured: number) => string;
  over: string;
};

function Row({ name, goal, level, value = percent, over }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {t(`sla.name.${name}`)}
        <p className={classes.quiet}>{t(`sla.of.${name}`)}</p>
      </th>
      <td data-label={t('sla.goal')}>{goal}</td>
      <td data-label={t('sla.now')}>
        {level.state === 'measured' ? (
          <span className={classes.chips}>
            {value(level.value)}
            <Chip tone={level.met ? 'success' : 'danger'}>{t(level.met ? 'sla.met' : 'sla.missed')}</Chip>
          </span>
        ) : (
          t('sla.collecting')
        )}
      </td>
      <td data-label={t('sla.budget')}>{budget(level)}</td>
      <td data-label={t('sla.over')}>{over}</td>
    </tr>
  );
}

function budget(level: Level): string {
  if (level.state === 'collecting') return t('sla.need', { count: number(level.have), least: level.least });
  if (level.budgetUsed > 1) return t('sla.spent', { times: number(level.budgetUsed) });
  return t('sla.left', { percent: percent(1 - level.budgetUsed) });
}
