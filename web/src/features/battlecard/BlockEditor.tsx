import { ActionIcon, Button, Textarea } from '@mantine/core';
import { ArrowUpIcon, TrashIcon } from '@primer/octicons-react';
import type { BattlecardLiveKind } from '../../shared/api/types';
import { Select } from '../../shared/ui/Select';
import { type EditedBlock, moved, newLive, newText } from './draft';
import classes from './Editor.module.css';
import { LiveBlock } from './LiveBlock';
import { Sources } from './Sections';
import { t } from './words';

const liveKinds: BattlecardLiveKind[] = ['PRICES', 'FEATURES', 'PEOPLE', 'OPENINGS', 'POSTS'];

type Props = { title: string; blocks: EditedBlock[]; onChange: (blocks: EditedBlock[]) => void };

/** The blocks of a section: texts to be written, and facts that need no writing. */
export function BlockList({ title, blocks, onChange }: Props) {
  return (
    <>
      {blocks.map((block, index) => (
        <div key={block.key} className={classes.block}>
          <BlockBody
            title={title}
            block={block}
            onChange={(changed) => onChange(blocks.map((each) => (each.key === block.key ? changed : each)))}
          />
          <div className={classes.actions}>
            {block.known && block.known.origin !== 'HUMAN' && (
              <span className={classes.quiet}>{t(`origin.${block.known.origin}`)}</span>
            )}
            <Sources citations={block.citations} />
            <span className={classes.end}>
              <ActionIcon
                title={t('edit.blockUp', { title })}
                aria-label={t('edit.blockUp', { title })}
                onClick={() => onChange(moved(blocks, index, -1))}
              >
                <ArrowUpIcon size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                title={t('edit.removeBlock', { title })}
                aria-label={t('edit.removeBlock', { title })}
                onClick={() => onChange(blocks.filter((each) => each.key !== block.key))}
              >
                <TrashIcon size={16} aria-hidden />
              </ActionIcon>
            </span>
          </div>
        </div>
      ))}
      <div className={classes.actions}>
        <Button variant="default" onClick={() => onChange([...blocks, newText()])}>
          {t('edit.addText')}
        </Button>
        <Select
          label={t('edit.addLive')}
          all={t('edit.addLive')}
          value={undefined}
          options={liveKinds.map((value) => ({ value, label: t(`live.${value}`) }))}
          onChange={(live) => live && onChange([...blocks, newLive(live)])}
        />
      </div>
    </>
  );
}

type BodyProps = { title: string; block: EditedBlock; onChange: (block: EditedBlock) => void };

function BlockBody({ title, block, onChange }: BodyProps) {
  if (block.live === undefined) {
    return (
      <Textarea
        aria-label={t('edit.textOf', { title })}
        rows={Math.min(12, Math.max(3, Math.ceil(block.text.length / 70)))}
        maxLength={4000}
        value={block.text}
        onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
      />
    );
  }
  return block.known?.facts ? (
    <LiveBlock kind={block.live} facts={block.known.facts} />
  ) : (
    <p>{t(`live.${block.live}`)}</p>
  );
}
