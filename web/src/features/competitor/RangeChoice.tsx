import { Select } from '../../shared/ui/Select';
import { type Range, ranges } from './tabs';
import { t } from './words';

type Props = { range: Range; onRange: (range: Range) => void };

/** How far back the charts look. */
export function RangeChoice({ range, onRange }: Props) {
  return (
    <Select
      label={t('range.label')}
      value={range}
      options={ranges.map((value) => ({ value, label: t(`range.${value}`) }))}
      onChange={(next) => next && onRange(next)}
    />
  );
}
