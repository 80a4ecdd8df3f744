import Translate from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import {langOfOriginal} from '../../../words';
import {withoutMarkdown} from '../../withoutMarkdown';
import Faults from './Faults';
import styles from './Field.module.css';

/** The attributes that connect a control to its label, help and faults, visibly and for screen readers. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
  /** The control's own name if the label names several controls. */
  readonly 'aria-label'?: string;
}

export interface FieldProps {
  readonly label: string;
  /** The rule in words, such as `string, 1–100 characters`. */
  readonly rule?: string | undefined;
  /** Further rules for the value, as sentences. */
  readonly conditions?: string | undefined;
  /** The description in the document, in CommonMark. */
  readonly description?: string | undefined;
  /** The site's own explanation, if the document has none. */
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  /** What is wrong with the value, in plain words. */
  readonly faults?: readonly string[] | undefined;
  /** Whether the label is only for screen readers, as the text above says the same. */
  readonly labelSpoken?: boolean | undefined;
  /** Shown at the end of the label's line. */
  readonly action?: ReactNode;
  /** The address that faults name, such as `body/email`; a list of faults links to it. */
  readonly at: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A control below its name, its rule and its description, and above its faults. */
export default function Field(props: FieldProps): ReactNode {
  const id = useId();
  const faults = props.faults ?? [];
  const help = props.description ? withoutMarkdown(props.description) : props.hint;
  const described = [
    help && `${id}-description`,
    props.conditions && `${id}-conditions`,
    faults.length > 0 && `${id}-faults`,
  ].filter(part => typeof part === 'string' && part !== '');
  return (
    <div className={styles.field} data-at={props.at} data-faulty={faults.length > 0 || undefined}>
      <div className={props.labelSpoken ? styles.spoken : styles.line}>
        <label htmlFor={id} className={styles.label}>
          {props.label}
        </label>
        {props.required && (
          <span className={styles.required}>
            <Translate id="field.required">required</Translate>
          </span>
        )}
        {props.deprecated && (
          <span className={styles.deprecated}>
            <Translate id="field.deprecated">deprecated</Translate>
          </span>
        )}
        {props.rule && <span className={styles.rule}>{props.rule}</span>}
        {props.action && <span className={styles.action}>{props.action}</span>}
      </div>
      {help && (
        <p
          id={`${id}-description`}
          className={styles.description}
          {...(props.description ? langOfOriginal() : {})}
        >
          {help}
        </p>
      )}
      {props.conditions && (
        <p id={`${id}-conditions`} className={styles.description}>
          {props.conditions}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': faults.length > 0 || undefined,
        'aria-required': props.required || undefined,
      })}
      <Faults id={`${id}-faults`} at={props.at} faults={faults} />
    </div>
  );
}
