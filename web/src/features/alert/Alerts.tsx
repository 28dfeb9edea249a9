import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMayEdit } from '../../shared/api/session';
import type { AlertRule } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import classes from './Alerts.module.css';
import { Channels } from './Channels';
import { Deliveries } from './Deliveries';
import { draftOf, sentence } from './draft';
import { Feeds } from './Feeds';
import { alertQueries, useRuleChanges } from './queries';
import { t } from './words';

/** Who is told what, how that went, and where it can be changed. */
export function Alerts() {
  const mayEdit = useMayEdit();
  return (
    <>
      <PageHeader
        title={t('alerts.title')}
        actions={mayEdit && <RouteButton to="/alerts/new">{t('alerts.new')}</RouteButton>}
      />
      <p className={classes.lead}>{t('alerts.lead')}</p>
      {!mayEdit && <p className={classes.quiet}>{t('alerts.readOnly')}</p>}
      <div className={classes.panels} data-in-order>
        <Rules />
        <Channels />
        <Deliveries />
        <Feeds />
      </div>
    </>
  );
}

function Rules() {
  const rules = useQuery(alertQueries.rules());
  return (
    <Panel title={t('alerts.rules')} flush>
      <QueryBoundary query={rules}>
        {(found) =>
          found.length === 0 ? (
            <p className={classes.empty}>{t('alerts.none')}</p>
          ) : (
            <ul className={classes.rows}>
              {found.map((rule) => (
                <RuleRow key={rule.id} rule={rule} />
              ))}
            </ul>
          )
        }
      </QueryBoundary>
    </Panel>
  );
}

function RuleRow({ rule }: { rule: AlertRule }) {
  const mayEdit = useMayEdit();
  const { save } = useRuleChanges();
  const channels = useQuery(alertQueries.channels());
  const competitors = useQuery(alertQueries.competitors());
  const names = rule.telling.channelIds.flatMap(
    (id) => channels.data?.find((channel) => channel.id === id)?.name ?? [],
  );
  const competitor = rule.condition.competitorIds
    .flatMap((id) => competitors.data?.items.find((each) => each.id === id)?.name ?? [])
    .join(', ');
  const toggle = () =>
    save.mutate({
      id: rule.id,
      version: rule.version,
      rule: { name: rule.name, enabled: !rule.enabled, condition: rule.condition, telling: rule.telling },
    });
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <Link to="/alerts/$id" params={{ id: rule.id }} className={classes.name ?? ''}>
          {rule.name}
        </Link>
        <p className={classes.quiet}>
          {sentence(draftOf(rule), { competitor: competitor || undefined, channels: names })}
        </p>
        <p className={classes.quiet}>
          {rule.firings30d > 0 ? t('alerts.fired', { count: rule.firings30d }) : t('alerts.silent')}
        </p>
      </div>
      <div className={classes.actions}>
        {rule.failedDeliveries > 0 && <Chip tone="danger">{t('alerts.failed', { count: rule.failedDeliveries })}</Chip>}
        <Chip tone={rule.enabled ? 'success' : 'neutral'}>{t(rule.enabled ? 'alerts.on' : 'alerts.off')}</Chip>
        {mayEdit && (
          <Button
            variant="default"
            loading={save.isPending}
            aria-label={t(rule.enabled ? 'alerts.turnOff' : 'alerts.turnOn', { name: rule.name })}
            onClick={toggle}
          >
            {t(rule.enabled ? 'alerts.stop' : 'alerts.start')}
          </Button>
        )}
      </div>
    </li>
  );
}
