import { Link } from '@tanstack/react-router';
import { memo, type Ref, useState } from 'react';
import type { Signal, Triage } from '../../shared/api/types';
import { leadFact } from '../../shared/format/value';
import { Chip } from '../../shared/ui/Chip';
import { FactMove } from '../../shared/ui/FactMove';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import classes from './SignalRow.module.css';
import { StoryMembers } from './StoryMembers';
import { detailOf, moveText } from './summary';
import { TriageButtons } from './TriageButtons';
import type { Resting } from './UntilDialog';
import { t } from './words';

/** What can be done to a row. */
export type RowActs = {
  focused: (index: number) => void;
  triage: (signal: Signal, to: Triage) => void;
  ask: (signal: Signal, to: Resting) => void;
  select: (signal: Signal) => void;
};

type Props = {
  ref?: Ref<HTMLLIElement> | undefined;
  signal: Signal;
  index: number;
  /** How many rows there are, where not all of them are in the document. */
  count: number | undefined;
  mayEdit: boolean;
  selected: boolean;
  acts: RowActs;
};

/** Kept while its signal is the same: a long list draws only what changed. */
export const SignalRow = memo(function SignalRow({ ref, signal, index, count, mayEdit, selected, acts }: Props) {
  const lead = leadFact(signal.facts);
  const [open, setOpen] = useState(false);
  const others = (signal.story?.signals ?? 1) - 1;
  return (
    <li
      ref={ref}
      className={classes.row}
      data-reveals-time
      data-index={index}
      aria-setsize={count}
      aria-posinset={count && index + 1}
      onFocus={() => acts.focused(index)}
    >
      <span className={classes.severity}>
        {mayEdit && (
          <input
            type="checkbox"
            className={classes.select}
            aria-label={t('bulk.select', { subject: signal.headline })}
            checked={selected}
            onChange={() => acts.select(signal)}
          />
        )}
        <SeverityMark severity={signal.severity} />
      </span>
      <div className={classes.words}>
        <Link
          to="/signals/$id"
          params={{ id: signal.id }}
          className={classes.headline ?? ''}
          title={signal.headline}
          data-row-link
        >
          {signal.headline}
        </Link>
        {lead ? (
          <p className={classes.lead}>
            <span className={classes.detail} title={moveText(lead)}>
              <span className={classes.subject}>{lead.subject}</span> <FactMove change={lead} />
            </span>{' '}
            {signal.facts.length > 1 && (
              <span className={classes.more}>{t('inbox.moreFacts', { count: signal.facts.length - 1 })}</span>
            )}
          </p>
        ) : (
          <p className={classes.detail} title={detailOf(signal)}>
            {detailOf(signal)}
          </p>
        )}
        {signal.story && others > 0 && (
          <button type="button" className={classes.others} aria-expanded={open} onClick={() => setOpen(!open)}>
            {signal.story.sources > 1
              ? t('story.sources', { count: signal.story.sources - 1 })
              : t('story.members', { count: others })}
          </button>
        )}
      </div>
      <span className={classes.competitor} title={signal.competitor?.name ?? undefined}>
        {signal.competitor?.name}
      </span>
      <span className={classes.category}>
        <Chip>{t(`category.${signal.category}`)}</Chip>
      </span>
      <span className={classes.time}>
        <RelativeTime at={signal.detectedAt} inRow />
      </span>
      {mayEdit && (
        <span className={classes.actions}>
          <TriageButtons
            triage={signal.triage}
            subject={signal.headline}
            onTriage={(to) => acts.triage(signal, to)}
            onAsk={(to) => acts.ask(signal, to)}
          />
        </span>
      )}
      {open && signal.story && <StoryMembers storyId={signal.story.id} except={signal.id} />}
    </li>
  );
});
