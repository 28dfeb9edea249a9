import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import type { Claim, Insight } from './claims';
import classes from './Insights.module.css';
import { t } from './words';

/** What is claimed, facts told apart from inferences; a claim without a source is shown as one, never hidden. */
export function Claims({ insight: { claims, evidence, models, dropped } }: { insight: Insight }) {
  const byModel = claims.some(({ kind }) => kind !== 'RULE');
  return (
    <Panel title={t('insight.claims')} note={claims.length > 0 && t(byModel ? 'insight.byModel' : 'insight.byRules')}>
      {claims.length === 0 && <p>{t('insight.noClaims')}</p>}
      {claims.length > 0 && !byModel && <p className={classes.quiet}>{t('insight.noModel')}</p>}
      <ol className={classes.claims}>
        {claims.map((claim) => (
          <li key={claim.text}>
            <Words claim={claim} />{' '}
            <Chip tone={claim.kind === 'INFERENCE' ? 'accent' : 'neutral'}>{kindText(claim)}</Chip>
            {claim.citations.map((number) => (
              <a
                key={number}
                className={classes.citation}
                href={`#evidence-${evidence[number - 1]?.id}`}
                aria-label={t('insight.citation', { number, claim: claim.text })}
              >
                {number}
              </a>
            ))}
          </li>
        ))}
      </ol>
      {dropped > 0 && <p className={classes.quiet}>{t('insight.dropped', { count: dropped })}</p>}
      {models.length > 0 && <p className={classes.quiet}>{t('insight.models', { models: models.join(', ') })}</p>}
    </Panel>
  );
}

function Words({ claim: { text, citations, kind } }: { claim: Claim }) {
  if (citations.length > 0 || kind === 'RULE') return text;
  return (
    <>
      <s>{text}</s> <Chip tone="warning">{t('insight.unsupported')}</Chip>
    </>
  );
}

function kindText({ kind }: Claim): string {
  return kind === 'INFERENCE' ? t('claim.INFERENCE') : t(kind === 'RULE' ? 'insight.rule' : 'insight.fact');
}
