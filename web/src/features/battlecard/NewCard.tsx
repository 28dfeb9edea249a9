import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { BattlecardTemplate } from '../../shared/api/types';
import { Dialog } from '../../shared/ui/Dialog';
import { ProblemNotice } from '../../shared/ui/ProblemNotice';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { RouteButton } from '../../shared/ui/RouteButton';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import classes from './Cards.module.css';
import { useCardChanges } from './changes';
import { battlecardQueries } from './queries';
import { t } from './words';

const templates = ['SALES', 'SWOT', 'FACTS', 'BLANK'] as const;

type Props = { competitorId?: string; onClose: () => void };

/** Asks whom a card is about and what it begins with; the new card opens in the editor. */
export function NewCard({ competitorId, onClose }: Props) {
  const competitors = useQuery(battlecardQueries.competitors());
  return (
    <Dialog title={t('cards.new')} onClose={onClose}>
      <QueryBoundary query={competitors}>
        {({ items }) =>
          items.length === 0 ? (
            <div className={classes.form}>
              <p>{t('cards.noCompetitor')}</p>
              <RouteButton to="/competitors/new">{t('nav.add')}</RouteButton>
            </div>
          ) : (
            <NewCardForm competitors={items} initial={competitorId ?? items[0]?.id ?? ''} onClose={onClose} />
          )
        }
      </QueryBoundary>
    </Dialog>
  );
}

type FormProps = { competitors: { id: string; name: string }[]; initial: string; onClose: () => void };

function NewCardForm({ competitors, initial, onClose }: FormProps) {
  const navigate = useNavigate();
  const { create } = useCardChanges();
  const [competitorId, setCompetitor] = useState(initial);
  const [name, setName] = useState('');
  const [audience, setAudience] = useState('');
  const [template, setTemplate] = useState<BattlecardTemplate>('SALES');
  const suggested = t('cards.versus', { name: competitors.find(({ id }) => id === competitorId)?.name ?? '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { competitorId, name: name.trim() || suggested, audience, template },
      { onSuccess: ({ id }) => void navigate({ to: '/battlecards/$id/edit', params: { id } }) },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <span className={classes.field}>
        {t('cards.competitor')}
        <Select
          label={t('cards.competitor')}
          value={competitorId}
          options={competitors.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={(id = initial) => setCompetitor(id)}
        />
      </span>
      <span className={classes.field}>
        {t('cards.template')}
        <Select
          label={t('cards.template')}
          value={template}
          options={templates.map((value) => ({ value, label: t(`template.${value}`) }))}
          onChange={(value = 'SALES') => setTemplate(value)}
        />
      </span>
      <TextInput
        label={t('cards.name')}
        placeholder={suggested}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('cards.audience')}
        maxLength={120}
        value={audience}
        onChange={(event) => setAudience(event.currentTarget.value)}
      />
      {create.error && <ProblemNotice error={create.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={create.isPending}>
          {t('cards.create')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
