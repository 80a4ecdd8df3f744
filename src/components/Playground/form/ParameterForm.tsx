import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation, ParameterLocation} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {parameterFields} from '../../../request/form/parameterFields';
import type {RequestValues} from '../../../request/values';
import Field from '../fields/Field';
import JsonFields, {preloadFields} from '../fields/JsonFields';
import LeaveOut from '../fields/LeaveOut';
import ValueControl, {preloadControl} from '../fields/ValueControl';
import {parameterKind} from '../fields/valueKind';
import controls from '../../controls.module.css';
import styles from '../Playground.module.css';

export interface ParameterFormProps {
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faults: readonly RequestProblem[];
}

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/** Fetches what shows the parameters, so that the form appears whole. */
export async function preloadParameters(operation: Operation, values: RequestValues): Promise<void> {
  await Promise.all(
    parameterFields(operation, values).map(field =>
      field.structure === undefined
        ? preloadControl(parameterKind(field))
        : preloadFields({operation, schema: field.structure, text: field.text}),
    ),
  );
}

/** The operation's parameters, grouped by where they go. */
export default function ParameterForm({operation, values, onChange, faults}: ParameterFormProps): ReactNode {
  const fields = parameterFields(operation, values);

  function setParameter(key: string, text: string | undefined): void {
    const {[key]: _old, ...others} = values.parameters;
    onChange({...values, parameters: text === undefined ? others : {...others, [key]: text}});
  }

  return locations.map(location => {
    const group = fields.filter(field => field.in === location);
    return (
      group.length > 0 && (
        <fieldset key={location} className={styles.group}>
          <legend className={controls.caption}>{legendOf(location)}</legend>
          {group.map(field => {
            const at = `parameters/${field.in}/${field.name}`;
            return field.structure === undefined ? (
              <Field
                key={field.key}
                label={field.name}
                rule={field.rule}
                description={field.description}
                required={field.required}
                deprecated={field.deprecated}
                at={at}
                faults={faults.filter(fault => fault.at === at).map(({message}) => message)}
                action={
                  field.text !== undefined &&
                  !field.required && (
                    <LeaveOut name={field.name} onClick={() => setParameter(field.key, undefined)} />
                  )
                }
              >
                {control => (
                  <ValueControl
                    control={control}
                    label={field.name}
                    kind={parameterKind(field)}
                    text={field.text}
                    required={field.required}
                    placeholder={field.placeholder}
                    onChange={text =>
                      // A number that was emptied is left out: there is no empty one.
                      setParameter(field.key, field.numeric && text === '' ? undefined : text)
                    }
                  />
                )}
              </Field>
            ) : (
              <JsonFields
                key={field.key}
                operation={operation}
                schema={field.structure}
                text={field.text}
                base={at}
                name={field.name}
                required={field.required}
                faults={faults}
                onChange={text => setParameter(field.key, text)}
              />
            );
          })}
        </fieldset>
      )
    );
  });
}

function legendOf(location: ParameterLocation): string {
  switch (location) {
    case 'path':
      return translate({id: 'parameters.path', message: 'Path parameters'});
    case 'query':
      return translate({id: 'parameters.query', message: 'Query parameters'});
    case 'header':
      return translate({id: 'parameters.header', message: 'Headers'});
    case 'cookie':
      return translate({id: 'parameters.cookie', message: 'Cookies'});
  }
}
