import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Signal, Triage } from '../../shared/api/types';
import { leadFact } from '../../shared/format/value';
import { Chip } from '../../shared/ui/Chip';
import { FactMove } from '../../shared/ui/FactMove';
import { RelativeTime } from '../../shared/ui/RelativeTime';
import { SeverityMark } from '../../shared/ui/SeverityMark';
import classes from './SignalRow.module.css';
import { StoryMembers } from './StoryMembers';
import { detailOf } from './summary';
import { TriageButtons } from './TriageButtons';
import type { Resting } from './UntilDialog';
import { t } from './words';

type Props = {
  signal: Signal;
  mayEdit: boolean;
  onFocus: () => void;
  onTriage: (to: Triage) => void;
  onAsk: (to: Resting) => void;
  selected: boolean;
  onSelect: () => void;
};

export function SignalRow({ signal, mayEdit, onFocus, onTriage, onAsk, selected, onSelect }: Props) {
  const lead = leadFact(signal.facts);
  const [open, setOpen] = useState(false);
  const others = (signal.story?.signals ?? 1) - 1;
  return (
    <li className={classes.row} data-reveals-time onFocus={onFocus}>
      <span className={classes.severity}>
        {mayEdit && (
          <input
            type="checkbox"
            className={classes.select}
            aria-label={t('bulk.select', { subject: signal.headline })}
            checked={selected}
            onChange={onSelect}
          />
        )}
        <SeverityMark severity={signal.severity} />
      </span>
      <div className={classes.words}>
        <Link to="/signals/$id" params={{ id: signal.id }} className={classes.headline ?? ''} data-row-link>
          {signal.headline}
        </Link>
        <p className={classes.detail}>
          {lead ? (
            <>
              <span className={classes.subject}>{lead.subject}</span> <FactMove change={lead} />
              {signal.facts.length > 1 && <span> {t('inbox.moreFacts', { count: signal.facts.length - 1 })}</span>}
            </>
          ) : (
            detailOf(signal)
          )}
        </p>
        {signal.story && others > 0 && (
          <button type="button" className={classes.others} aria-expanded={open} onClick={() => setOpen(!open)}>
            {signal.story.sources > 1
              ? t('story.sources', { count: signal.story.sources - 1 })
              : t('story.members', { count: others })}
          </button>
        )}
      </div>
      <span className={classes.competitor}>{signal.competitor?.name}</span>
      <span className={classes.category}>
        <Chip>{t(`category.${signal.category}`)}</Chip>
      </span>
      <span className={classes.time}>
        <RelativeTime at={signal.detectedAt} inRow />
      </span>
      {mayEdit && (
        <span className={classes.actions}>
          <TriageButtons triage={signal.triage} subject={signal.headline} onTriage={onTriage} onAsk={onAsk} />
        </span>
      )}
      {open && signal.story && <StoryMembers storyId={signal.story.id} except={signal.id} />}
    </li>
  );
}
