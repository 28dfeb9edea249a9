import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PageHeader } from '../../shared/ui/PageHeader';
import { Panel } from '../../shared/ui/Panel';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import classes from './Alerts.module.css';
import { alertQueries } from './queries';
import { t } from './words';

/** The mails of an installation without a mail server. */
export function Outbox() {
  const outbox = useQuery(alertQueries.outbox());
  return (
    <>
      <PageHeader title={t('outbox.title')} meta={<Link to="/alerts">{t('rule.back')}</Link>} />
      <QueryBoundary query={outbox}>
        {({ inUse, items }) => (
          <>
            <p className={classes.lead}>{t(inUse ? 'outbox.lead' : 'outbox.idle')}</p>
            <Panel title={t('outbox.title')} flush>
              {items.length === 0 && <p className={classes.empty}>{t('outbox.none')}</p>}
              {items.map((mail) => (
                <article key={mail.id} className={classes.mail}>
                  <h3>{mail.subject}</h3>
                  <p className={classes.quiet}>
                    {t('outbox.to', { recipients: mail.recipients.join(', ') })} {'\u00b7'}{' '}
                    <RelativeTime at={mail.createdAt} />
                  </p>
                  <pre>{mail.text}</pre>
                </article>
              ))}
            </Panel>
          </>
        )}
      </QueryBoundary>
    </>
  );
}
