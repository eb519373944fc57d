import { Button } from '@mantine/core';

interface RowButtonProps {
  word: string;
  /** Which record it is about, for those who hear it out of its row. */
  of: string;
  onClick: () => void;
}

/** A quiet control at the end of a record's row. */
export function RowButton({ word, of, onClick }: RowButtonProps) {
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      c="var(--cc-accent)"
      aria-label={`${word}: ${of}`}
      onClick={onClick}
    >
      {word}
    </Button>
  );
}
