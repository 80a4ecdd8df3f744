import {filledTemplate} from '../../api/http/pathTemplate';
import type {Operation, Parameter, Schema} from '../../api/operation';
import {valueTypes} from '../../api/schema/valueTypes';
import {messages} from '../../words';
import type {ApiRequest, Credential, HeaderField, RequestProblem} from '../apiRequest';
import {buildBody, type MakePairs} from './buildBody';
import {contentText} from '../json/contentText';
import {expectationOf} from './expectation';
import {isUndefined, parameterValue, type ParameterValue} from './parameterValue';
import {encodeAll, UnencodableText} from '../percentEncoding';
import {serialiseHeader, serialisePath, type EncodedPair} from './serialise';
import {parameterPairs} from './parameterPairs';
import {parameterKey, type RequestValues} from '../values';

const say = messages('requestProblem', {
  pathValue: 'Needs a value. Without it, the path is incomplete.',
  pathDots: 'Cannot be "." or "..", because clients read those as steps within the path.',
});

export interface BuildOptions {
  /** The URL to which the path of the operation is appended; absolute, without a trailing slash. */
  readonly baseUrl: string;
  readonly credentials: readonly Credential[];
}

export interface BuiltRequest {
  readonly request: ApiRequest;
  /** What prevents the request from being sent; it is then built as far as possible. */
  readonly problems: readonly RequestProblem[];
}

/** A parameter that has a value, and the value. */
interface Given {
  readonly parameter: Parameter;
  readonly value: ParameterValue;
  /** As it was typed. */
  readonly text: string;
}

/**
 * The request for an operation and its values. Parameters are serialised by their style (OpenAPI 3.1 §4.8.12); those
 * without a value are left out.
 */
export function buildRequest(
  operation: Operation,
  values: RequestValues,
  options: BuildOptions,
): BuiltRequest {
  const problems: RequestProblem[] = [];
  const given = operation.parameters.flatMap(parameter => givenValue(operation, parameter, values));
  const attempt: MakePairs = (at, make) => {
    try {
      return make();
    } catch (error) {
      if (error instanceof UnencodableText) {
        problems.push({at, message: error.message});
        return [];
      }
      throw error;
    }
  };

  const path = buildPath(operation, given, attempt, problems);
  const query = [
    ...given
      .filter(({parameter}) => parameter.in === 'query')
      .flatMap(({parameter, value, text}) =>
        attempt(addressOf(parameter), () => parameterPairs(parameter, value, text)),
      ),
    ...furtherQuery(values, attempt),
  ];
  const {body, headers: bodyHeaders, problems: bodyProblems} = buildBody(operation, values, attempt);
  bodyProblems.forEach(problem => problems.push(problem));

  return {
    request: {
      method: operation.method,
      url: options.baseUrl + path + (query.length > 0 ? `?${query.map(joinPair).join('&')}` : ''),
      headers: [...parameterHeaders(given), ...bodyHeaders, ...cookieHeader(given, attempt)],
      credentials: options.credentials,
      body,
      expects: expectationOf(operation),
    },
    problems,
  };
}

/** A parameter that is left out, or that is an empty list or object, is not sent. */
function givenValue(operation: Operation, parameter: Parameter, values: RequestValues): Given[] {
  const text = values.parameters[parameterKey(parameter)];
  if (text === undefined) {
    return [];
  }
  const value = typedValue(operation, parameter, text);
  return isUndefined(value) ? [] : [{parameter, value, text}];
}

/** The value that was typed for a parameter. */
export function typedValue(operation: Operation, parameter: Parameter, text: string): ParameterValue {
  return parameter.contentType === undefined
    ? parameterValue(text, isStructured(operation, parameter.schema))
    : {type: 'text', text: contentText(operation, parameter, text)};
}

/** Whether values of the schema may be arrays or objects, which are typed as JSON. */
export function isStructured(operation: Pick<Operation, 'schemas'>, schema: Schema): boolean {
  const types = valueTypes(operation, schema) ?? [];
  return types.includes('array') || types.includes('object');
}

function buildPath(
  operation: Operation,
  given: readonly Given[],
  attempt: MakePairs,
  problems: RequestProblem[],
): string {
  return filledTemplate(operation.path, (name, braced) => {
    const parameter = operation.parameters.find(
      candidate => candidate.in === 'path' && candidate.name === name,
    );
    const found = given.find(
      ({parameter: {in: location, name: other}}) => location === 'path' && other === name,
    );
    if (!parameter || !found || (found.value.type === 'text' && found.value.text === '')) {
      problems.push({
        at: `parameters/path/${name}`,
        message: say('pathValue'),
      });
      return braced.replace(/[{}]/g, encodeURIComponent);
    }
    const [pair] = attempt(addressOf(parameter), () => [
      {name, value: serialisePath(parameter, found.value)},
    ]);
    const text = pair?.value ?? '';
    if (/^\.{1,2}$/.test(text)) {
      problems.push({
        at: addressOf(parameter),
        message: say('pathDots'),
      });
    }
    return text;
  });
}

/** Query parameters that the operation does not name; a row without a name is ignored. */
function furtherQuery({query = []}: RequestValues, attempt: MakePairs): EncodedPair[] {
  return query.flatMap(({name, value}, index) =>
    name === ''
      ? []
      : attempt(`query/${index}/value`, () => [{name: encodeAll(name), value: encodeAll(value)}]),
  );
}

function joinPair({name, value}: EncodedPair): string {
  return `${name}=${value}`;
}

function parameterHeaders(given: readonly Given[]): HeaderField[] {
  return given
    .filter(({parameter}) => parameter.in === 'header')
    .map(({parameter, value}) => ({name: parameter.name, value: serialiseHeader(parameter, value)}));
}

/** All cookie parameters in one `Cookie` field (RFC 6265 §4.2.1). */
function cookieHeader(given: readonly Given[], attempt: MakePairs): HeaderField[] {
  const pairs = given
    .filter(({parameter}) => parameter.in === 'cookie')
    .flatMap(({parameter, value, text}) =>
      attempt(addressOf(parameter), () => parameterPairs(parameter, value, text)),
    );
  return pairs.length === 0 ? [] : [{name: 'Cookie', value: pairs.map(joinPair).join('; ')}];
}

function addressOf(parameter: Parameter): string {
  return `parameters/${parameter.in}/${parameter.name}`;
}
