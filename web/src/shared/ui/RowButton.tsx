import type { ComponentProps } from 'react';
import classes from './RowButton.module.css';

/** A button that is nothing but its symbol, as rows have them by the hundred: Mantine's costs a long list half of its time. */
export function RowButton(props: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button type="button" className={classes.button} {...props} />;
}
