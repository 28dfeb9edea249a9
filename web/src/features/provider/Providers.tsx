import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useIsAdmin } from '../../shared/api/session';
import type { Provider } from '../../shared/api/types';
import { fromMicros } from '../../shared/format/money';
import { Chip } from '../../shared/ui/Chip';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { BudgetForm } from './BudgetForm';
import { KeyForm } from './KeyForm';
import classes from './Providers.module.css';
import { providerQueries } from './queries';
import { UsageByMonth } from './UsageByMonth';
import { t } from './words';

const tones = { MISSING: undefined, VERIFIED: 'success', REFUSED: 'danger' } as const;

/** Who collects for money, with what key, what it may cost and what it has cost. */
export function Providers() {
  const query = useQuery(providerQueries.list());
  return (
    <>
      <PageHeader title={t('providers.title')} />
      <p className={classes.lead}>
        {t('providers.lead')} <Link to="/settings/ai">{t('providers.model')}</Link>
      </p>
      <QueryBoundary query={query}>
        {(providers) => (
          <>
            <div className={classes.list}>
              {providers.map((provider) => (
                <ProviderPanel key={provider.provider} provider={provider} />
              ))}
            </div>
            <UsageByMonth providers={providers} />
          </>
        )}
      </QueryBoundary>
    </>
  );
}

function ProviderPanel({ provider }: { provider: Provider }) {
  const isAdmin = useIsAdmin();
  const tone = tones[provider.state];
  return (
    <Panel title={provider.name} note={<Chip {...(tone ? { tone } : {})}>{t(`providerState.${provider.state}`)}</Chip>}>
      {provider.resting && <p className={classes.quiet}>{t('providers.resting')}</p>}
      <dl className={classes.facts}>
        {provider.account && (
          <>
            <dt>{t('providers.account')}</dt>
            <dd>{provider.account}</dd>
          </>
        )}
        {typeof provider.remainingCredits === 'number' && (
          <>
            <dt>{t('providers.credits')}</dt>
            <dd>{provider.remainingCredits.toLocaleString('en')}</dd>
          </>
        )}
        {provider.checkedAt && (
          <>
            <dt>{t('providers.checked')}</dt>
            <dd>
              <RelativeTime at={provider.checkedAt} />
            </dd>
          </>
        )}
        <dt>{t('providers.month')}</dt>
        <dd>
          {fromMicros(provider.month.spentMicros)}
          {provider.month.reservedMicros > 0 && (
            <span className={classes.quiet}>
              {' '}
              {t('providers.reserved', { amount: fromMicros(provider.month.reservedMicros) })}
            </span>
          )}
        </dd>
      </dl>
      {isAdmin ? (
        <>
          <KeyForm provider={provider} />
          <BudgetForm provider={provider} />
        </>
      ) : (
        <p className={classes.quiet}>{t('providers.onlyAdmins')}</p>
      )}
    </Panel>
  );
}
