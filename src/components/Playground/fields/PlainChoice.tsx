import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../controls.module.css';
import type {ControlProps} from './Field';

/** A value as its control shows and changes it. */
export interface TypedValue {
  readonly control: ControlProps;
  /** The name of the value. */
  readonly label: string;
  /** What is typed; undefined if the value is left out, which differs from an empty text. */
  readonly text: string | undefined;
  readonly required: boolean;
  readonly onChange: (text: string | undefined) => void;
}

export interface ValueOption {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceProps extends TypedValue {
  readonly options: readonly ValueOption[];
}

/** A list of values, and the current value if it is none of them. */
export default function PlainChoice({control, options, text, required, onChange}: ChoiceProps): ReactNode {
  const listed = text === undefined || options.some(({value}) => value === text);
  return (
    <select
      {...control}
      className={controls.control}
      value={text === undefined ? '' : `=${text}`}
      onChange={event => onChange(event.target.value === '' ? undefined : event.target.value.slice(1))}
    >
      {(!required || text === undefined) && (
        <option value="">{translate({id: 'value.leftOut', message: '(left out)'})}</option>
      )}
      {[...options, ...(listed ? [] : [{value: text, label: text}])].map(({value, label}) => (
        <option key={value} value={`=${value}`}>
          {label}
        </option>
      ))}
    </select>
  );
}
