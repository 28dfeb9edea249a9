import type { ReactNode } from 'react';
import classes from './Toast.module.css';

/** A passing note at the bottom of the screen. The region is always there, so that screen readers hear the words. */
export function Toast({ tone = 'plain', children }: { tone?: 'plain' | 'danger'; children: ReactNode }) {
  return (
    <div className={classes.region} role="status">
      {children && (
        <div className={classes.toast} data-tone={tone}>
          {children}
        </div>
      )}
    </div>
  );
}
