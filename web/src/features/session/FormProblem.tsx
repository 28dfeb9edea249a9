import { problemOf } from '../../shared/api/problem';
import classes from './Gate.module.css';

/** What a form's answer was when it was not about one field. */
export function FormProblem({ error }: { error: unknown }) {
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <p className={classes.error} role="alert">
      <strong>{problem.message}.</strong> {problem.detail}
    </p>
  );
}
