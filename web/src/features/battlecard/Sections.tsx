import { ActionIcon } from '@mantine/core';
import { CopyIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import type { BattlecardBlock, BattlecardSection, Citation } from '../../shared/api/types';
import { quoteParam } from '../../shared/evidence/quote';
import { Chip } from '../../shared/ui/Chip';
import { Panel } from '../../shared/ui/Panel';
import classes from './Card.module.css';
import { LiveBlock } from './LiveBlock';
import { t } from './words';

type Props = { sections: BattlecardSection[]; then?: boolean; onCopy?: (text: string) => void };

const quadrants = ['STRENGTHS', 'WEAKNESSES', 'OPPORTUNITIES', 'THREATS'];

/** A card as it is read; a SWOT keeps its four quadrants. */
export function Sections({ sections, then = false, onCopy }: Props) {
  const isSwot = sections.every(({ kind }) => quadrants.includes(kind));
  return (
    <div className={classes.sections} data-layout={isSwot ? 'quadrants' : 'columns'}>
      {sections.map((section) => (
        <Panel key={section.id} title={section.title} flush>
          {section.blocks.length === 0 ? (
            <p className={classes.empty}>{t('card.empty')}</p>
          ) : (
            section.blocks.map((block) => (
              <div key={block.id} className={classes.block} data-stale={block.stale}>
                {block.live && block.facts ? (
                  <LiveBlock kind={block.live} facts={block.facts} then={then} />
                ) : (
                  <Prose block={block} {...(onCopy && { onCopy })} />
                )}
              </div>
            ))
          )}
        </Panel>
      ))}
    </div>
  );
}

function Prose({ block, onCopy }: { block: BattlecardBlock; onCopy?: (text: string) => void }) {
  return (
    <>
      <p className={classes.prose}>{block.text}</p>
      <div className={classes.foot}>
        {block.stale && <Chip tone="warning">{t('card.stale')}</Chip>}
        {block.origin !== 'HUMAN' && <span>{t(`origin.${block.origin}`)}</span>}
        <Sources citations={block.citations} />
        {onCopy && (
          <span className={classes.copy}>
            <ActionIcon
              title={t('card.copy')}
              aria-label={t('card.copyOf', { text: block.text.slice(0, 60) })}
              onClick={() => onCopy(block.text)}
            >
              <CopyIcon size={16} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </div>
    </>
  );
}

/** The places a claim cites, numbered; each opens at its quote. */
export function Sources({ citations }: { citations: Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <span className={classes.sources}>
      {citations.map((citation, index) => (
        <Link
          key={`${citation.documentId} ${citation.start}`}
          className={classes.number ?? ''}
          to="/documents/$id"
          params={{ id: citation.documentId }}
          search={{ quote: quoteParam(citation) }}
          title={citation.quote}
          aria-label={t('card.source', { number: index + 1, quote: citation.quote.slice(0, 80) })}
        >
          {index + 1}
        </Link>
      ))}
    </span>
  );
}
