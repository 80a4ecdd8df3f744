import Translate from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import {langOfOriginal} from '../../../words';
import {plainText} from '../../plainText';
import Faults from './Faults';
import styles from './Field.module.css';

/** What a control needs so that label, help and fault belong to it, for the ear as well as the eye. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly 'aria-required': boolean | undefined;
  /** Where the label names several controls, the name of this one. */
  readonly 'aria-label'?: string;
}

export interface FieldProps {
  readonly label: string;
  /** The rule in words, such as `string, 1–100 characters`. */
  readonly rule?: string | undefined;
  /** What is asked of the value beyond that rule, as sentences. */
  readonly conditions?: string | undefined;
  /** What the document says of the value, in CommonMark. */
  readonly description?: string | undefined;
  /** What the site says of it, where the document knows nothing of it. */
  readonly hint?: string | undefined;
  readonly required?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  /** What is wrong with the value, in plain words. */
  readonly faults?: readonly string[] | undefined;
  /** Whether the label is only spoken, as what stands above says the same. */
  readonly labelSpoken?: boolean | undefined;
  /** Stands at the end of the label's line. */
  readonly action?: ReactNode;
  /** The address that faults name, such as `body/email`; lets a list of faults lead here. */
  readonly at: string;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A labelled control with its rule, its description and its faults. */
export default function Field(props: FieldProps): ReactNode {
  const id = useId();
  const faults = props.faults ?? [];
  const help = props.description ? plainText(props.description) : props.hint;
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
      {props.children({
        id,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
        'aria-invalid': faults.length > 0 || undefined,
        'aria-required': props.required || undefined,
      })}
      <Faults id={`${id}-faults`} at={props.at} faults={faults} />
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
    </div>
  );
}
