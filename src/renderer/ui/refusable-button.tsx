import { Button, type ButtonProps, Tooltip, VisuallyHidden } from '@mantine/core';
import { type MouseEvent, useId } from 'react';

interface RefusableButtonProps extends ButtonProps {
  /** Why it cannot be pressed; null: it can. */
  refusal: string | null;
  onClick: () => void;
  'aria-label'?: string;
}

/**
 * A button that says why it cannot be pressed: to the pointer, to the keyboard and to a screen reader. It stays
 * reachable for that, which a disabled one is not.
 */
export function RefusableButton({ refusal, onClick, children, ...rest }: RefusableButtonProps) {
  const reasonId = useId();
  if (refusal === null) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  const refuse = (event: MouseEvent): void => event.preventDefault();
  return (
    <>
      <Tooltip label={refusal} multiline w={280} events={{ hover: true, focus: true, touch: true }}>
        <Button
          {...rest}
          data-disabled
          aria-disabled="true"
          aria-describedby={reasonId}
          onClick={refuse}
        >
          {children}
        </Button>
      </Tooltip>
      <VisuallyHidden id={reasonId}>{refusal}</VisuallyHidden>
    </>
  );
}
