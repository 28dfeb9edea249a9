import { useQuery } from '@tanstack/react-query';
import { battlecardQueries } from './queries';
import { t } from './words';

/** The people of the workspace, and the name of one of them. */
export function useMembers() {
  const members = useQuery(battlecardQueries.members());
  const people = members.data?.items ?? [];
  return {
    people,
    nameOf: (id: string) => people.find((person) => person.id === id)?.name ?? t('comments.someone'),
  };
}
