import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import controls from '../../../controls.module.css';
import type {ControlProps} from '../Field';
import {controlAt, type JsonFieldProps} from './editing';
import styles from './styles.module.css';

/** A value that no control can change: `null`, or a value of a type that the schema does not have. */
export default function Stated({
  field,
  editing,
  props,
}: Pick<JsonFieldProps, 'field' | 'editing'> & {readonly props: ControlProps}): ReactNode {
  const {name, path, at} = field;
  const isNull = field.kind.type === 'null';
  return (
    <div className={styles.stated}>
      <code className={styles.written}>{field.text}</code>
      <button
        type="button"
        id={props.id}
        data-control
        aria-describedby={props['aria-describedby']}
        aria-label={
          isNull
            ? translate({id: 'value.enterFor', message: 'Enter a value for {name}'}, {name})
            : translate({id: 'value.replaceOf', message: 'Replace the value of {name}'}, {name})
        }
        className={controls.linkButton}
        onClick={() => {
          editing.make(path, ({startOf, replacementOf}) =>
            (isNull ? startOf : replacementOf)(editing.operation, field),
          );
          editing.focusOn(...controlAt(at));
        }}
      >
        {isNull ? (
          <Translate id="value.enter">Enter a value</Translate>
        ) : (
          <Translate id="value.replace">Replace</Translate>
        )}
      </button>
    </div>
  );
}
