import {responseOf} from '../../api/http/documentedStatus';
import type {Operation, Parameter} from '../../api/operation';
import {initialValues} from '../../request/examples/initialValues';
import {parameterKey, type RequestValues} from '../../request/values';
import {linkValue, type LinkedExchange} from './runtimeExpression';

/** An operation that a response links to, with the values that the response provides for it. */
export interface LinkTarget {
  /** The link's name in the document. */
  readonly name: string;
  readonly operationId: string;
  readonly description?: string;
  /** By the parameter names of the link, which may include a location, as in `path.id`. */
  readonly parameters: {readonly [name: string]: string};
}

/**
 * The links of a documented response (OpenAPI 3.1 §4.8.20) with their expressions evaluated. A link with a missing
 * value, such as the cursor after the last page, is left out.
 */
export function linkTargets(
  operation: Pick<Operation, 'responses'>,
  exchange: LinkedExchange,
): readonly LinkTarget[] {
  const links = responseOf(operation, exchange.result.status)?.links ?? [];
  return links.flatMap(({name, operationId, description, parameters}) => {
    const values: [string, string][] = [];
    for (const [key, expression] of Object.entries(parameters)) {
      const value = linkValue(expression, exchange);
      if (value === undefined) {
        return [];
      }
      values.push([key, value]);
    }
    return [
      {
        name,
        operationId,
        ...(description === undefined ? {} : {description}),
        parameters: Object.fromEntries(values),
      },
    ];
  });
}

/** What the form of the linked operation starts with: its own initial values, overridden by those of the link. */
export function linkedValues(operation: Operation, {parameters}: LinkTarget): RequestValues {
  const initial = initialValues(operation);
  const filled = Object.entries(parameters).flatMap(([name, value]) => {
    const parameter = namedParameter(operation, name);
    return parameter ? [[parameterKey(parameter), value] as const] : [];
  });
  return {...initial, parameters: {...initial.parameters, ...Object.fromEntries(filled)}};
}

/** Header names are case-insensitive. */
function namedParameter({parameters}: Operation, name: string): Parameter | undefined {
  return parameters.find(
    parameter =>
      parameterKey(parameter) === name ||
      parameter.name === name ||
      (parameter.in === 'header' && parameter.name.toLowerCase() === name.toLowerCase()),
  );
}
