import { type ReactNode, useId } from 'react';

import classes from './choice-row.module.css';

export interface Choice<T extends string> {
  value: T;
  label: ReactNode;
}

interface ChoiceRowProps<T extends string> {
  label: string;
  choices: readonly Choice<NoInfer<T>>[];
  value: T;
  onChange: (value: NoInfer<T>) => void;
}

/** A few exclusive choices as pills; a radio group to the keyboard and to screen readers. */
export function ChoiceRow<T extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceRowProps<T>) {
  const name = useId();
  return (
    <fieldset className={classes['row']} aria-label={label}>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes['choice']}
          data-checked={choice.value === value}
        >
          <input
            type="radio"
            className={classes['input']}
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
