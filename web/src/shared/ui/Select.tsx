import { ChevronDownIcon } from '@primer/octicons-react';
import classes from './Select.module.css';

type Option<Value extends string> = { value: Value; label: string };
type Props<Value extends string> = {
  label: string;
  /** The words for "no choice"; without them there always is one. */
  all?: string;
  value: Value | undefined;
  options: Option<Value>[];
  onChange: (value: Value | undefined) => void;
};

/** The platform's own list: right on a phone, right with a keyboard, nothing to load. */
export function Select<Value extends string>({ label, all, value, options, onChange }: Props<Value>) {
  return (
    <span className={classes.box}>
      <select
        className={classes.select}
        aria-label={label}
        data-chosen={value !== undefined && all !== undefined}
        value={value ?? ''}
        onChange={(event) => onChange(options.find((option) => option.value === event.currentTarget.value)?.value)}
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon className={classes.icon ?? ''} size={14} aria-hidden />
    </span>
  );
}
