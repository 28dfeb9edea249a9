import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import classes from './Dialog.module.css';

type Props = {
  title: string;
  onClose: () => void;
  /** Nothing else can be done before what it asks for; Escape does not close it. */
  required?: boolean;
  children: ReactNode;
};

/** The platform's own modal dialog: open as long as it is rendered; Escape asks to close it. */
export function Dialog({ title, onClose, required = false, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed before it leaves the page, it gives the focus back to where it was.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => required && event.preventDefault()}
      onClose={required ? () => dialog.current?.showModal() : onClose}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
