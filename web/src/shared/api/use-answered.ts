import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Whether all that a screen asked for first was answered, once: what is only nice to know is asked for after that. */
export function useAnswered(): boolean {
  const waiting = useIsFetching();
  const [answered, setAnswered] = useState(false);
  useEffect(() => {
    if (waiting === 0) setAnswered(true);
  }, [waiting]);
  return answered;
}
