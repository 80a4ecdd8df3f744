import {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';

import type {Operation, ParameterLocation} from '../../../api/operation';
import type {RequestProblem} from '../../../request/apiRequest';
import {parameterFields, type ParameterField} from '../../../request/form/parameterFields';
import type {RequestValues} from '../../../request/values';
import Field from '../fields/Field';
import Folded, {requiredFirst} from '../fields/Folded';
import JsonFields, {preloadFields} from '../fields/JsonFields';
import LeaveOut from '../fields/LeaveOut';
import ValueControl, {preloadControl} from '../fields/ValueControl';
import {parameterKind} from '../fields/valueKind';
import spoken from '../../spoken.module.css';
import styles from '../Playground.module.css';

export interface ParameterFormProps {
  /** Which of the operation's parameters are shown. */
  readonly locations: readonly ParameterLocation[];
  readonly operation: Operation;
  readonly values: RequestValues;
  readonly onChange: (values: RequestValues) => void;
  readonly faults: readonly RequestProblem[];
}

/** Loads the components for the parameters, so that the form appears as a whole. */
export async function preloadParameters(operation: Operation, values: RequestValues): Promise<void> {
  await Promise.all(
    parameterFields(operation, values).map(field =>
      field.structure === undefined
        ? preloadControl(parameterKind(field))
        : preloadFields({operation, schema: field.structure, text: field.text}),
    ),
  );
}

/** The operation's parameters, grouped by where they go; optional ones are folded if there are many. */
export default function ParameterForm({
  locations,
  operation,
  values,
  onChange,
  faults,
}: ParameterFormProps): ReactNode {
  const fields = parameterFields(operation, values);

  function setParameter(key: string, text: string | undefined): void {
    const {[key]: _old, ...others} = values.parameters;
    onChange({...values, parameters: text === undefined ? others : {...others, [key]: text}});
  }

  function control(field: ParameterField): ReactNode {
    const at = addressOf(field);
    return field.structure === undefined ? (
      <Field
        key={field.key}
        label={field.name}
        rule={field.rule}
        conditions={field.conditions}
        description={field.description}
        required={field.required}
        deprecated={field.deprecated}
        at={at}
        faults={faults.filter(fault => fault.at === at).map(({message}) => message)}
        action={
          field.text !== undefined &&
          !field.required && <LeaveOut name={field.name} onClick={() => setParameter(field.key, undefined)} />
        }
      >
        {props => (
          <ValueControl
            control={props}
            label={field.name}
            kind={parameterKind(field)}
            text={field.text}
            required={field.required}
            placeholder={field.placeholder}
            onChange={text =>
              // An emptied number is left out.
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
  }

  return locations.map(location => {
    const group = requiredFirst(fields.filter(field => field.in === location));
    const optional = group.filter(({required}) => !required);
    const folded = optional.length > MOST_UNFOLDED[location] ? optional : [];
    const shown = group.filter(field => !folded.includes(field));
    return (
      group.length > 0 && (
        <fieldset key={location} className={styles.group}>
          <legend className={shown.length > 0 ? styles.legend : spoken.spoken}>{legendOf(location)}</legend>
          {shown.map(control)}
          {folded.length > 0 && (
            <Folded
              title={foldedTitle(location, folded.length)}
              names={folded.map(({name}) => name)}
              used={folded.some(
                field => field.text !== undefined || faults.some(({at}) => isWithin(at, addressOf(field))),
              )}
            >
              {folded.map(control)}
            </Folded>
          )}
        </fieldset>
      )
    );
  });
}

/** How many optional parameters are not folded. Readers rarely look for a header, but often for a query parameter. */
const MOST_UNFOLDED: Readonly<Record<ParameterLocation, number>> = {path: 0, query: 6, header: 0, cookie: 0};

function addressOf(field: ParameterField): string {
  return `parameters/${field.in}/${field.name}`;
}

function isWithin(at: string, address: string): boolean {
  return at === address || at.startsWith(`${address}/`);
}

function foldedTitle(location: ParameterLocation, count: number): string {
  switch (location) {
    case 'path':
    case 'query':
      return translate({id: 'parameters.optional', message: 'Optional parameters ({count})'}, {count});
    case 'header':
      return translate({id: 'parameters.optionalHeaders', message: 'Optional headers ({count})'}, {count});
    case 'cookie':
      return translate({id: 'parameters.optionalCookies', message: 'Optional cookies ({count})'}, {count});
  }
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
