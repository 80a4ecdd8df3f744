import {translate} from '@docusaurus/Translate';
import {useState, type ReactNode} from 'react';

import {fetched} from '../../fetched';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';
import MaskedInput from './MaskedInput';
import PlainChoice, {type ChoiceProps, type TypedValue, type ValueOption} from './PlainChoice';

/** The kind of control for a single value. */
export type ValueKind =
  | {
      readonly type: 'text';
      readonly inputMode: 'text' | 'decimal' | 'numeric' | 'email' | 'url';
      /** A format for which a tool can make a value. */
      readonly format?: string;
      /** Whether it is masked. */
      readonly secret?: boolean;
    }
  | {readonly type: 'choice'; readonly options: readonly ValueOption[]}
  | {readonly type: 'multiline'};

export interface ValueControlProps extends TypedValue {
  readonly kind: ValueKind;
  /** Shown while the value is left out, such as the default. */
  readonly placeholder?: string | undefined;
}

/** A list longer than this has a search field. */
const SEARCHED_FROM = 12;

/** Only loaded for long lists; if it does not load, a list without search is used. */
const Combobox = fetched(() => import('./Combobox').catch(() => ({default: PlainChoice})));

/** Formats for which a tool can make a value; the tool is only loaded for them. */
const madeFormats: ReadonlySet<string> = new Set(['date-time', 'date', 'time', 'uuid', 'byte']);
const FormatTool = fetched(() => import('./FormatTool').catch(() => ({default: () => null})));

/** Loads the control for a value, so that it does not replace another control later. */
export async function preloadControl(kind: ValueKind): Promise<void> {
  return isSearched(kind) ? Combobox.preload() : undefined;
}

function isSearched(kind: ValueKind): boolean {
  return kind.type === 'choice' && kind.options.length > SEARCHED_FROM;
}

/** One control for one value. Numbers are typed as text, so that no digit is lost. */
export default function ValueControl(props: ValueControlProps): ReactNode {
  const {control, kind, text, required, onChange} = props;
  const placeholder =
    props.placeholder ?? (required ? undefined : translate({id: 'value.leftOut', message: '(left out)'}));
  switch (kind.type) {
    case 'text': {
      const input = (
        <MaskedInput
          {...control}
          secret={kind.secret === true}
          inputMode={kind.inputMode}
          value={text ?? ''}
          placeholder={placeholder}
          onTyped={onChange}
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
      return isSearched(kind) ? (
        <SearchedChoice {...props} options={kind.options} />
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

/** A plain list until the one with search has loaded, and for as long as the reader is using it. */
function SearchedChoice(props: ChoiceProps): ReactNode {
  const [used, setUsed] = useState(false);
  return (
    <Combobox
      whileLoading={
        <div onFocus={() => setUsed(true)} onBlur={() => setUsed(false)}>
          <PlainChoice {...props} />
        </div>
      }
      standInUsed={used}
      {...props}
    />
  );
}
