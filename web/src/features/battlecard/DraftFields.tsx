import { TextInput } from '@mantine/core';
import { Panel } from '../../shared/ui/Panel';
import { Select } from '../../shared/ui/Select';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/InlineInput.css';
import type { Edited } from './draft';
import classes from './Editor.module.css';
import { useMembers } from './members';
import { t } from './words';

type Props = { edited: Edited; onChange: (edited: Edited) => void };

/** What a card is called, whom it is for, and who keeps it right. */
export function DraftFields({ edited, onChange }: Props) {
  const { people } = useMembers();
  return (
    <Panel title={t('cards.column.card')}>
      <div className={classes.fields}>
        <TextInput
          required
          label={t('cards.name')}
          maxLength={120}
          value={edited.name}
          onChange={(event) => onChange({ ...edited, name: event.currentTarget.value })}
        />
        <TextInput
          label={t('cards.audience')}
          maxLength={120}
          value={edited.audience}
          onChange={(event) => onChange({ ...edited, audience: event.currentTarget.value })}
        />
        <span className={classes.field}>
          {t('edit.owner')}
          <Select
            label={t('edit.owner')}
            value={edited.ownerId}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(ownerId = edited.ownerId) => onChange({ ...edited, ownerId })}
          />
        </span>
      </div>
    </Panel>
  );
}
