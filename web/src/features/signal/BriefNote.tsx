import { useId } from 'react';
import type { SignalBrief } from '../../shared/api/types';
import classes from './BriefNote.module.css';
import { t } from './words';

/** What changed, why it may matter and to whom, as the rules see it: stands wherever no model has spoken. */
export function BriefNote({ brief }: { brief: SignalBrief }) {
  const label = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this is text under one name
    <div className={classes.brief} role="group" aria-labelledby={label}>
      <p id={label} className={classes.label}>
        {t('brief.title')}
      </p>
      <h3>{t('brief.changed')}</h3>
      <ul>
        {brief.whatChanged.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {brief.moreChanges > 0 && <p className={classes.label}>{t('brief.more', { count: brief.moreChanges })}</p>}
      <h3>{t('brief.why')}</h3>
      {brief.whyItMayMatter.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {brief.audience.length > 0 && (
        <p className={classes.label}>
          {t('brief.for')}: {brief.audience.map((who) => t(`audience.${who}`)).join(', ')}
        </p>
      )}
    </div>
  );
}
