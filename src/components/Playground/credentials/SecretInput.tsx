import type {ReactNode} from 'react';

import Field from '../fields/Field';
import MaskedInput from '../fields/MaskedInput';

export interface SecretInputProps {
  readonly label: string;
  /** Whether the label is only for screen readers. */
  readonly labelSpoken?: boolean;
  readonly at: string;
  readonly value: string;
  /** Whether it is not a secret, like the key of a mock. */
  readonly readable: boolean;
  readonly faults: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A masked field. Asks browsers not to store its value. */
export default function SecretInput({
  label,
  labelSpoken,
  at,
  value,
  readable,
  faults,
  onChange,
}: SecretInputProps): ReactNode {
  return (
    <Field label={label} labelSpoken={labelSpoken} at={at} faults={faults}>
      {control => <MaskedInput {...control} secret={!readable} value={value} onTyped={onChange} />}
    </Field>
  );
}
