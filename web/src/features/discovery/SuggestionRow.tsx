import { Checkbox } from '@mantine/core';
import { useId } from 'react';
import type { Suggestion } from '../../shared/api/types';
import { everyInterval } from '../../shared/format/time';
import { shortUrl } from '../../shared/format/words';
import { Chip } from '../../shared/ui/Chip';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './SuggestionRow.module.css';
import { t } from './words';

type Props = {
  suggestion: Suggestion;
  /** How often it will be visited, ISO 8601. */
  interval?: string | null | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

export function SuggestionRow({ suggestion, interval, checked, onChange }: Props) {
  const id = useId();
  const forbidden = suggestion.robots === 'DISALLOWED';
  const label = suggestion.label ?? suggestion.sampleTitle ?? shortUrl(suggestion.url);
  return (
    <li className={classes.row} data-forbidden={forbidden}>
      <Checkbox
        id={id}
        size="xs"
        checked={checked}
        disabled={forbidden}
        aria-describedby={`${id}-why`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className={classes.words}>
        <label className={classes.label} htmlFor={id}>
          {label}
        </label>
        <span className={classes.url}>{shortUrl(suggestion.url)}</span>
        <p className={classes.why} id={`${id}-why`}>
          {suggestion.why}
          {suggestion.sampleTitle && suggestion.sampleTitle !== label && (
            <> {`\u201c${suggestion.sampleTitle}\u201d`}</>
          )}
        </p>
      </div>
      <div className={classes.state}>
        <Chip>{t(`kind.${suggestion.kind}`)}</Chip>
        {suggestion.robots !== 'ALLOWED' && (
          <Chip tone={forbidden ? 'danger' : 'warning'}>{t(`robots.${suggestion.robots}`)}</Chip>
        )}
        {suggestion.robots === 'ALLOWED' && <span className={classes.allowed}>{t('robots.ALLOWED')}</span>}
        {suggestion.needsCredential && <Chip tone="warning">{t('discovery.needsKey')}</Chip>}
        {(suggestion.creditsPerVisit ?? 0) > 0 && (
          <span className={classes.interval}>{t('discovery.credits', { count: suggestion.creditsPerVisit ?? 0 })}</span>
        )}
        {interval && <span className={classes.interval}>{everyInterval(interval)}</span>}
      </div>
    </li>
  );
}
