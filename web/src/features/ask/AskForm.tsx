import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { AskRequest } from '../../shared/api/types';
import { useShortcuts } from '../../shared/shortcuts/shortcuts';
import { Select } from '../../shared/ui/Select';
import { t } from './words';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Ask.module.css';
import { askQueries } from './queries';

type Props = {
  question: string;
  competitor?: string | undefined;
  pending: boolean;
  onAsk: (question: AskRequest) => void;
};

const shortest = 3;

/** The question box; Enter asks, Shift+Enter breaks the line. */
export function AskForm({ question, competitor, pending, onAsk }: Props) {
  const [text, setText] = useState(question);
  const [about, setAbout] = useState(competitor);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const competitors = useQuery(askQueries.competitors());
  const box = useRef<HTMLTextAreaElement>(null);
  const keysId = useId();
  useShortcuts({ '/': () => box.current?.focus() }, { '/': t('ask.question') });
  const ready = text.trim().length >= shortest && !pending;
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!ready) return;
    onAsk({
      question: text.trim(),
      scope: { competitorIds: about ? [about] : [], from: startOf(from), to: endOf(to) },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        ref={box}
        aria-label={t('ask.question')}
        aria-describedby={keysId}
        placeholder={t('ask.placeholder')}
        value={text}
        rows={2}
        maxLength={500}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.scope}>
        <Select
          label={t('ask.about')}
          all={t('ask.everybody')}
          value={about}
          options={(competitors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAbout}
        />
        <label className={classes.date}>
          {t('ask.from')}
          <input
            type="date"
            value={from}
            max={to || undefined}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
        </label>
        <label className={classes.date}>
          {t('ask.to')}
          <input
            type="date"
            value={to}
            min={from || undefined}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </label>
        <Button type="submit" disabled={!ready} loading={pending}>
          {t('ask.submit')}
        </Button>
      </div>
      <p className={classes.quiet} id={keysId}>
        {t('ask.keys')}
      </p>
    </form>
  );
}

/** The instant at which a local day begins. */
function startOf(date: string): string | null {
  return date === '' ? null : new Date(`${date}T00:00:00`).toISOString();
}

/** The instant at which a local day has ended. */
function endOf(date: string): string | null {
  if (date === '') return null;
  const end = new Date(`${date}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
