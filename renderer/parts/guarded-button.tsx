// A button that may be closed by a rule. Closed, it still takes the focus and says why.
import { Button, Tooltip, type ButtonProps } from '@mantine/core';
import './guarded-button.css';

interface GuardedButtonProps extends Omit<ButtonProps, 'disabled'> {
  /** Why the button is closed; `null` when it is open. */
  why: string | null;
  onClick: () => void;
  children: string;
  'aria-label'?: string;
}

export function GuardedButton({ why, onClick, ...rest }: GuardedButtonProps) {
  if (why === null) {
    return <Button {...rest} onClick={onClick} />;
  }
  return (
    <Tooltip label={why}>
      <Button {...rest} className="guarded" data-closed aria-disabled onClick={(event) => event.preventDefault()} />
    </Tooltip>
  );
}
