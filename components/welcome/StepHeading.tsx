import { Icon } from '@/components/parts/Icon';

interface Props {
  id: string;
  number: number;
  /** The step's own words say so too. */
  isDone?: boolean;
  words: string;
}

/** One of the first page's steps. */
export function StepHeading({ id, number, isDone = false, words }: Props) {
  return (
    <h2 id={id}>
      <span class={isDone ? 'step-number is-done' : 'step-number'} aria-hidden="true">
        {isDone ? <Icon name="read" /> : number}
      </span>
      {words}
    </h2>
  );
}
