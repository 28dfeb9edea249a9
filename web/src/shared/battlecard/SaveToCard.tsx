import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMayEdit } from '../api/session';
import type { BattlecardSummary, NewCitation } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { QueryBoundary } from '../ui/QueryBoundary';
import { RouteButton } from '../ui/RouteButton';
import { Select } from '../ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import { cardQueries, useAddBlock } from './queries';
import classes from './SaveToCard.module.css';
import { t } from './words';

type Props = {
  /** Whose cards are offered first. */
  competitorId?: string;
  text: string;
  citations: NewCitation[];
  /** `ANSWER` for an answer to a question. */
  origin?: 'HUMAN' | 'ANSWER';
};

/** A button that adds a sentence with its sources to the draft of a battlecard; nothing for those who may not write. */
export function SaveToCard(props: Props) {
  const mayEdit = useMayEdit();
  const [isOpen, setOpen] = useState(false);
  if (!mayEdit) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('saveCard.open')}
      </Button>
      {isOpen && (
        <Dialog title={t('saveCard.title')} onClose={() => setOpen(false)}>
          <Cards {...props} onClose={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Cards(props: Props & { onClose: () => void }) {
  const cards = useQuery(cardQueries.list());
  return (
    <QueryBoundary query={cards}>
      {(found) =>
        found.length === 0 ? (
          <div className={classes.form}>
            <p>{t('saveCard.none')}</p>
            <div className={classes.actions}>
              <RouteButton to="/battlecards">{t('saveCard.make')}</RouteButton>
              <Button variant="default" onClick={props.onClose}>
                {t('action.cancel')}
              </Button>
            </div>
          </div>
        ) : (
          <Form {...props} cards={ofCompetitorFirst(found, props.competitorId)} />
        )
      }
    </QueryBoundary>
  );
}

function ofCompetitorFirst(cards: BattlecardSummary[], competitorId: string | undefined): BattlecardSummary[] {
  const isTheirs = (card: BattlecardSummary) => card.competitorId === competitorId;
  return [...cards.filter(isTheirs), ...cards.filter((card) => !isTheirs(card))];
}

function Form({
  cards,
  text,
  citations,
  origin,
  onClose,
}: Props & { cards: BattlecardSummary[]; onClose: () => void }) {
  const [cardId, setCard] = useState(cards[0]?.id ?? '');
  const [chosen, setSection] = useState<string>();
  const [words, setWords] = useState(text);
  const draft = useQuery(cardQueries.draft(cardId));
  const add = useAddBlock();
  const sections = draft.data?.sections ?? [];
  const sectionId = sections.find(({ id }) => id === chosen)?.id ?? sections[0]?.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!sectionId) return;
    add.mutate({ cardId, block: { sectionId, text: words, citations, ...(origin && { origin }) } });
  };
  if (add.isSuccess) {
    return (
      <div className={classes.form}>
        <p role="status">{t('saveCard.done')}</p>
        <div className={classes.actions}>
          <RouteButton to="/battlecards/$id/edit" params={{ id: cardId }}>
            {t('saveCard.goTo')}
          </RouteButton>
          <Button variant="default" onClick={onClose}>
            {t('action.close')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <span className={classes.field}>
        {t('saveCard.card')}
        <Select
          label={t('saveCard.card')}
          value={cardId}
          options={cards.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id = cardId) => setCard(id)}
        />
      </span>
      <span className={classes.field}>
        {t('saveCard.section')}
        {draft.data && sections.length === 0 ? (
          <span className={classes.quiet}>{t('saveCard.noSection')}</span>
        ) : (
          <Select
            label={t('saveCard.section')}
            value={sectionId}
            options={sections.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setSection}
          />
        )}
      </span>
      <Textarea
        required
        label={t('saveCard.text')}
        rows={3}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {citations.length > 0 && <p className={classes.quiet}>{t('saveCard.cites', { count: citations.length })}</p>}
      {draft.error && <ProblemNotice error={draft.error} />}
      {add.error && <ProblemNotice error={add.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={add.isPending} disabled={!sectionId}>
          {t('saveCard.do')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
