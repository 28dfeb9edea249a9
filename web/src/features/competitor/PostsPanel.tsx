import type { Fact } from '../../shared/api/types';
import { Proof } from '../../shared/facts/Proof';
import { ExternalLink } from '../../shared/ui/ExternalLink';
import { Panel } from '../../shared/ui/Panel';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { newestFirst, postedAt } from './baseline';
import classes from './rows.module.css';
import { t } from './words';

export function PostsPanel({ facts }: { facts: Fact[] }) {
  return (
    <Panel title={t('competitor.posts')} flush>
      {facts.length === 0 ? (
        <p className={classes.empty}>{t('competitor.noPosts')}</p>
      ) : (
        <ul>
          {newestFirst(facts).map((fact) => {
            const at = postedAt(fact);
            return (
              <li key={fact.id} className={classes.fact}>
                <span className={classes.words}>
                  {fact.link ? <ExternalLink href={fact.link}>{fact.subject}</ExternalLink> : fact.subject}
                </span>
                <span className={classes.when}>{at && <RelativeTime at={at} />}</span>
                <Proof fact={fact} />
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
