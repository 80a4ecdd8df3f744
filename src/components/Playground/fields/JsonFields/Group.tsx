import Translate from '@docusaurus/Translate';
import {useId, useState, type ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import {langOfOriginal} from '../../../../words';
import {withoutMarkdown} from '../../../withoutMarkdown';
import Faults from '../Faults';
import type {JsonFieldProps} from './editing';
import styles from './styles.module.css';
import ValueActions from './ValueActions';

/** Values nested this deep start folded. */
const FOLDED_FROM = 4;

export interface GroupProps extends JsonFieldProps {
  /** The number of values inside. */
  readonly count: number;
  readonly children: ReactNode;
}

/** The parts of a value under its name, with its rule, its description and its faults. */
export default function Group({field, editing, bare, actions, count, children}: GroupProps): ReactNode {
  const id = useId();
  const faults = editing.faultsAt(field.at);
  const told = <Faults id={`${id}-faults`} at={field.at} faults={faults} />;
  const conditions = conditionsToTell(field, bare);
  const asked = conditions && (
    <p id={`${id}-conditions`} className={styles.description}>
      {conditions}
    </p>
  );
  if (bare) {
    return (
      <div className={styles.group} data-at={field.at}>
        {asked}
        {told}
        {children}
      </div>
    );
  }
  const described = [
    field.description && `${id}-description`,
    conditions && `${id}-conditions`,
    faults.length > 0 && `${id}-faults`,
  ]
    .filter(part => typeof part === 'string' && part !== '')
    .join(' ');
  return (
    <fieldset className={styles.group} data-at={field.at} aria-describedby={described || undefined}>
      <legend className={styles.legend}>
        <span className={styles.name}>{field.name}</span>
        {field.required && (
          <span className={styles.required}>
            <Translate id="field.required">required</Translate>
          </span>
        )}
        {field.deprecated && (
          <span className={styles.deprecated}>
            <Translate id="field.deprecated">deprecated</Translate>
          </span>
        )}
        <span className={styles.rule}>{field.rule}</span>
        <span className={styles.actions}>
          <ValueActions field={field} editing={editing} />
          {actions}
        </span>
      </legend>
      {field.description && (
        <p id={`${id}-description`} className={styles.description} {...langOfOriginal()}>
          {withoutMarkdown(field.description)}
        </p>
      )}
      {asked}
      {told}
      <Fold folded={field.path.length >= FOLDED_FROM && count > 0} count={count}>
        {children}
      </Fold>
    </fieldset>
  );
}

/** The rules for a value as a whole. If a variant is chosen, its field shows them. */
function conditionsToTell({kind, limits, conditions}: FormField, bare: boolean | undefined): string {
  if (kind.type === 'choice' && kind.field) {
    return '';
  }
  return bare ? `${limits} ${conditions}`.trim() : conditions;
}

function Fold({
  folded,
  count,
  children,
}: {
  readonly folded: boolean;
  readonly count: number;
  readonly children: ReactNode;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const nested = <div className={styles.nested}>{children}</div>;
  return folded ? (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <Translate id="group.folded" values={{count}}>
          {'Values inside: {count}'}
        </Translate>
      </summary>
      {nested}
    </details>
  ) : (
    nested
  );
}
