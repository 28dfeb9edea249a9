import { ActionIcon, TextInput } from '@mantine/core';
import { ArrowDownIcon, ArrowUpIcon, TrashIcon } from '@primer/octicons-react';
import type { BattlecardSectionKind } from '../../shared/api/types';
import { Panel } from '../../shared/ui/Panel';
import { Select } from '../../shared/ui/Select';
import { BlockList } from './BlockEditor';
import { type EditedSection, moved, newSection } from './draft';
import classes from './Editor.module.css';
import { ProposalPanel } from './ProposalPanel';
import { t } from './words';

const kinds: BattlecardSectionKind[] = [
  'OVERVIEW',
  'WHY_WE_WIN',
  'WHY_THEY_WIN',
  'PRICING',
  'OBJECTIONS',
  'LANDMINES',
  'PROOF',
  'RECENT_MOVES',
  'STRENGTHS',
  'WEAKNESSES',
  'OPPORTUNITIES',
  'THREATS',
  'OTHER',
];

type Props = {
  cardId: string;
  isDirty: boolean;
  sections: EditedSection[];
  onChange: (sections: EditedSection[]) => void;
};

/** The sections in the order in which they are read: renamed, moved, added, removed. */
export function SectionList({ cardId, isDirty, sections, onChange }: Props) {
  const options = kinds.map((value) => ({ value, label: t(`sectionKind.${value}`) }));
  return (
    <>
      {sections.map((section, index) => (
        <SectionEditor
          key={section.key}
          cardId={cardId}
          isDirty={isDirty}
          section={section}
          options={options}
          onChange={(changed) => onChange(sections.map((each) => (each.key === section.key ? changed : each)))}
          onMove={(by) => onChange(moved(sections, index, by))}
          onRemove={() => onChange(sections.filter((each) => each.key !== section.key))}
        />
      ))}
      <div className={classes.actions}>
        <Select
          label={t('edit.addSection')}
          all={t('edit.addSection')}
          value={undefined}
          options={options}
          onChange={(kind) =>
            kind && onChange([...sections, newSection(kind, t(`sectionKind.${kind}`).replace(/^SWOT: /, ''))])
          }
        />
      </div>
    </>
  );
}

type SectionProps = {
  cardId: string;
  isDirty: boolean;
  section: EditedSection;
  options: { value: BattlecardSectionKind; label: string }[];
  onChange: (section: EditedSection) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

function SectionEditor({ cardId, isDirty, section, options, onChange, onMove, onRemove }: SectionProps) {
  const { title } = section;
  return (
    <Panel
      title={title || t(`sectionKind.${section.kind}`)}
      actions={
        <span className={classes.actions}>
          <ActionIcon title={t('edit.up', { title })} aria-label={t('edit.up', { title })} onClick={() => onMove(-1)}>
            <ArrowUpIcon size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            title={t('edit.down', { title })}
            aria-label={t('edit.down', { title })}
            onClick={() => onMove(1)}
          >
            <ArrowDownIcon size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            title={t('edit.removeSection', { title })}
            aria-label={t('edit.removeSection', { title })}
            onClick={onRemove}
          >
            <TrashIcon size={16} aria-hidden />
          </ActionIcon>
        </span>
      }
    >
      <div className={classes.parts}>
        <div className={classes.fields}>
          <TextInput
            required
            label={t('edit.section')}
            maxLength={120}
            value={title}
            onChange={(event) => onChange({ ...section, title: event.currentTarget.value })}
          />
          <span className={classes.field}>
            {t('edit.kind')}
            <Select
              label={t('edit.kind')}
              value={section.kind}
              options={options}
              onChange={(kind = section.kind) => onChange({ ...section, kind })}
            />
          </span>
        </div>
        <BlockList title={title} blocks={section.blocks} onChange={(blocks) => onChange({ ...section, blocks })} />
        {section.id && <ProposalPanel cardId={cardId} sectionId={section.id} title={title} isDirty={isDirty} />}
      </div>
    </Panel>
  );
}
