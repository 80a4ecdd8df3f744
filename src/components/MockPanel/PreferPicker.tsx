import Translate, {translate} from '@docusaurus/Translate';
import {useId, type ReactNode} from 'react';

import type {Operation} from '../../api/operation';
import type {HeaderField} from '../../request/apiRequest';
import {langOfOriginal} from '../../words';
import controls from '../controls.module.css';
import {withoutMarkdown} from '../withoutMarkdown';
import {documentedStatuses, preferenceIn, responseExampleNames, withPreference} from './preference';
import styles from './styles.module.css';

export interface PreferPickerProps {
  readonly operation: Operation;
  readonly headers: readonly HeaderField[];
  readonly onChange: (headers: readonly HeaderField[]) => void;
}

/** Requests a certain response from the mock with a header, which form and samples show like any other. */
export default function PreferPicker({operation, headers, onChange}: PreferPickerProps): ReactNode {
  const id = useId();
  const preference = preferenceIn(headers);
  const statuses = documentedStatuses(operation);
  const examples = responseExampleNames(operation);
  const offered = [
    '',
    'dynamic=true',
    ...statuses.map(({status}) => `code=${status}`),
    ...examples.map(name => `example=${name}`),
  ];

  return (
    <div className={styles.group}>
      <label htmlFor={id} className={controls.caption}>
        <Translate id="prefer.label">Respond with</Translate>
      </label>
      <select
        id={id}
        className={controls.control}
        value={preference}
        aria-describedby={`${id}-note`}
        onChange={event => onChange(withPreference(headers, event.target.value))}
      >
        <option value="">{translate({id: 'prefer.none', message: 'The result of the request'})}</option>
        {statuses.length > 0 && (
          <optgroup label={translate({id: 'prefer.statuses', message: 'Documented statuses'})}>
            {statuses.map(({status, description}) => (
              <option key={status} value={`code=${status}`} {...langOfOriginal()}>
                {status} {withoutMarkdown(description)}
              </option>
            ))}
          </optgroup>
        )}
        {examples.length > 0 && (
          <optgroup label={translate({id: 'prefer.examples', message: 'Named examples'})}>
            {examples.map(name => (
              <option key={name} value={`example=${name}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
        <option value="dynamic=true">
          {translate({id: 'prefer.dynamic', message: 'Values generated from the schema'})}
        </option>
        {!offered.includes(preference) && <option value={preference}>{preference}</option>}
      </select>
      <p id={`${id}-note`} className={controls.note}>
        <Translate
          id="prefer.note"
          values={{
            code: <code>Prefer: code=409</code>,
            example: <code>example=NAME</code>,
            dynamic: <code>dynamic=true</code>,
          }}
        >
          {
            'Sent as the header {code}, {example} or {dynamic}. You see it under More headers, and it works with the local mock too.'
          }
        </Translate>
      </p>
    </div>
  );
}
