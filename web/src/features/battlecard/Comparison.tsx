import { useQuery } from '@tanstack/react-query';
import type { BattlecardSectionChange } from '../../shared/api/types';
import { Chip } from '../../shared/ui/Chip';
import { QueryBoundary } from '../../shared/ui/QueryBoundary';
import { Moves } from './Ageing';
import classes from './Editor.module.css';
import { battlecardQueries } from './queries';
import { t } from './words';

/** What differs between two versions of a card: old words struck, new words marked. */
export function Comparison({ id, from, to }: { id: string; from: string; to: string }) {
  const comparison = useQuery(battlecardQueries.comparison(id, from, to));
  return (
    <QueryBoundary query={comparison}>
      {({ sections, facts }) =>
        sections.length === 0 && facts.length === 0 ? (
          <p className={classes.quiet}>{t('compare.same')}</p>
        ) : (
          <div className={classes.form}>
            {sections.map((section) => (
              <SectionChange key={section.id} section={section} />
            ))}
            {facts.length > 0 && (
              <section>
                <h3>{t('compare.facts')}</h3>
                <Moves facts={facts} />
              </section>
            )}
          </div>
        )
      }
    </QueryBoundary>
  );
}

function SectionChange({ section }: { section: BattlecardSectionChange }) {
  const { kind, before, after } = section;
  const isRenamed = before && after && before !== after;
  return (
    <section>
      <h3>
        {isRenamed ? (
          <>
            <del>{before}</del> <ins>{after}</ins>
          </>
        ) : (
          (after ?? before)
        )}{' '}
        {kind === 'MOVED' && <Chip>{t('compare.moved')}</Chip>}
        {kind === 'ADDED' && <Chip tone="success">{t('compare.added')}</Chip>}
        {kind === 'REMOVED' && <Chip tone="danger">{t('compare.removed')}</Chip>}
      </h3>
      {section.blocks.map((block) => (
        <p key={block.id} className={classes.diff}>
          {wasText(block) && <del>{wasText(block)}</del>}
          {isText(block) && <ins>{isText(block)}</ins>}
        </p>
      ))}
    </section>
  );
}

type BlockChange = BattlecardSectionChange['blocks'][number];

function wasText(block: BlockChange): string | null {
  if (block.kind === 'ADDED') return null;
  return block.before || liveText(block);
}

function isText(block: BlockChange): string | null {
  if (block.kind === 'REMOVED') return null;
  return block.after || liveText(block);
}

function liveText(block: BlockChange): string | null {
  return block.live ? t('compare.live', { what: t(`live.${block.live}`) }) : null;
}
