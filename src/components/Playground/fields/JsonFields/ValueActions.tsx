import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {FormField} from '../../../../request/form/formField';
import controls from '../../../controls.module.css';
import LeaveOut from '../LeaveOut';
import {controlAt, type Editing} from './editing';
import styles from './styles.module.css';

/** The JSON keyword, the same in every language. */
const NULL = 'null';

/** Actions on a value as a whole: set it to `null`, or leave it out, which is not the same. */
export default function ValueActions({
  field,
  editing,
}: {
  readonly field: FormField;
  readonly editing: Editing;
}): ReactNode {
  const {name, path, at, kind, text} = field;
  const offersNull = field.nullable && text !== NULL && kind.type !== 'enum' && kind.type !== 'choice';
  return (
    <>
      {text === '""' && kind.type === 'text' && (
        <span className={styles.state}>
          <Translate id="value.emptyText">empty text</Translate>
        </span>
      )}
      {offersNull && (
        <button
          type="button"
          className={controls.linkButton}
          aria-label={translate({id: 'value.null', message: 'null for {name}'}, {name})}
          onClick={() => {
            editing.edit(path, NULL);
            editing.focusOn(...controlAt(at));
          }}
        >
          {NULL}
        </button>
      )}
      {text !== undefined && !field.required && (
        <LeaveOut
          name={name}
          onClick={() => {
            editing.edit(path, undefined);
            editing.focusOn(...controlAt(at));
          }}
        />
      )}
    </>
  );
}
