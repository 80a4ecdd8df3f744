import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';
import type {ControlProps} from './Field';

/** How a single value is typed. */
export type ValueKind =
  | {
      readonly type: 'text';
      readonly inputMode: 'text' | 'decimal' | 'numeric' | 'email' | 'url';
      /** A format that something other than typing can make a value of. */
      readonly format?: string;
    }
  | {readonly type: 'choice'; readonly options: readonly ValueOption[]}
  | {readonly type: 'multiline'};

export interface ValueOption {
  readonly value: string;
  readonly label: string;
}

export interface ValueControlProps {
  readonly control: ControlProps;
  /** The name of the value. */
  readonly label: string;
  readonly kind: ValueKind;
  /** What is typed; undefined when the value is left out, which differs from an empty text. */
  readonly text: string | undefined;
  readonly required: boolean;
  /** What stands in for a value that is left out, such as the default. */
  readonly placeholder?: string | undefined;
  readonly onChange: (text: string | undefined) => void;
}

/** A list longer than this is searched rather than read. */
const SEARCHED_FROM = 12;

/** Fetched for long lists alone; a list that opens without search is better than none. */
const Combobox = fetched(() => import('./Combobox').catch(() => ({default: PlainChoice})));

/** Formats of which a press can make a text; what makes it is fetched for them alone. */
const madeFormats: ReadonlySet<string> = new Set(['date-time', 'date', 'time', 'uuid', 'byte']);
const FormatTool = fetched(() => import('./FormatTool').catch(() => ({default: () => null})));

/** One control for one value. Numbers are typed as text, so that no digit is lost. */
export default function ValueControl(props: ValueControlProps): ReactNode {
  const {control, kind, text, required, onChange} = props;
  const placeholder =
    props.placeholder ?? (required ? undefined : translate({id: 'value.leftOut', message: '(left out)'}));
  switch (kind.type) {
    case 'text': {
      const input = (
        <input
          {...control}
          type="text"
          inputMode={kind.inputMode}
          className={controls.control}
          value={text ?? ''}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={event => onChange(event.target.value)}
        />
      );
      return kind.format !== undefined && madeFormats.has(kind.format) ? (
        <span className={styles.pair}>
          {input}
          <FormatTool format={kind.format} label={props.label} onMade={onChange} />
        </span>
      ) : (
        input
      );
    }
    case 'choice':
      return kind.options.length > SEARCHED_FROM ? (
        <Combobox
          whileLoading={<PlainChoice {...props} options={kind.options} />}
          {...props}
          options={kind.options}
        />
      ) : (
        <PlainChoice {...props} options={kind.options} />
      );
    case 'multiline':
      return (
        <textarea
          {...control}
          className={controls.control}
          rows={Math.min(16, Math.max(3, (text ?? '').split('\n').length))}
          value={text ?? ''}
          placeholder={placeholder}
          spellCheck={false}
          onChange={event => onChange(event.target.value)}
        />
      );
  }
}

/** What a control needs to pick one of several values. */
export type ChoiceProps = Omit<ValueControlProps, 'kind' | 'placeholder'> & {
  readonly options: readonly ValueOption[];
};

function PlainChoice({control, options, text, required, onChange}: ChoiceProps): ReactNode {
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
