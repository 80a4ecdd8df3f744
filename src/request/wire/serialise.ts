import type {Parameter} from '../../api/operation';
import type {ParameterValue} from './parameterValue';
import {encodeAll, encodeButReserved} from '../percentEncoding';

/** The parts of a parameter that say how its value is written. */
export type Serialisation = Pick<Parameter, 'name' | 'style' | 'explode' | 'allowReserved'>;
type Encode = (text: string) => string;

/** One `name=value` of a query, encoded or not as its source says; no value if RFC 6570 leaves out `=`. */
export interface EncodedPair {
  readonly name: string;
  readonly value: string;
}

/** A path parameter by `simple`, `label` or `matrix` (OpenAPI 3.1 §4.8.12.2, RFC 6570 §3.2.2, §3.2.5, §3.2.7), encoded. */
export function serialisePath(parameter: Serialisation, value: ParameterValue): string {
  const {style, explode, name} = parameter;
  const encode = encodeAll;
  switch (style) {
    case 'label':
      return `.${joinSimple(value, explode, encode, explode ? '.' : ',')}`;
    case 'matrix':
      return matrix(name, value, explode, encode);
    case 'simple':
    case 'form':
    case 'spaceDelimited':
    case 'pipeDelimited':
    case 'tabDelimited':
    case 'deepObject':
      return joinSimple(value, explode, encode, ',');
  }
}

/** A header parameter by `simple`; headers are not percent-encoded. */
export function serialiseHeader({explode}: Serialisation, value: ParameterValue): string {
  return joinSimple(value, explode, text => text, ',');
}

/** A query or cookie parameter, or a field, as the pairs that it makes by any style but `deepObject`, encoded. */
export function serialisePairs(parameter: Serialisation, value: ParameterValue): EncodedPair[] {
  const encode: Encode = parameter.allowReserved ? encodeButReserved : encodeAll;
  const name = encodeAll(parameter.name);
  switch (value.type) {
    case 'text':
      return [{name, value: encode(value.text)}];
    case 'list':
      return serialiseList(parameter, name, value.items.map(encode));
    case 'object': {
      const members = value.members.map(([key, text]) => [encodeAll(key), encode(text)] as const);
      return parameter.style === 'form' && parameter.explode
        ? members.map(([key, text]) => ({name: key, value: text}))
        : [{name, value: members.flat().join(delimiter(parameter))}];
    }
  }
}

function serialiseList(parameter: Serialisation, name: string, items: readonly string[]): EncodedPair[] {
  return parameter.explode
    ? items.map(value => ({name, value}))
    : [{name, value: items.join(delimiter(parameter))}];
}

function delimiter({style}: Serialisation): string {
  switch (style) {
    case 'spaceDelimited':
      return '%20';
    case 'pipeDelimited':
      return '%7C';
    case 'tabDelimited':
      return '%09';
    case 'form':
    case 'simple':
    case 'label':
    case 'matrix':
    case 'deepObject':
      return ',';
  }
}

function joinSimple(value: ParameterValue, explode: boolean, encode: Encode, separator: string): string {
  switch (value.type) {
    case 'text':
      return encode(value.text);
    case 'list':
      return value.items.map(encode).join(separator);
    case 'object':
      return explode
        ? value.members.map(([name, text]) => `${encode(name)}=${encode(text)}`).join(separator)
        : value.members.flat().map(encode).join(',');
  }
}

/** RFC 6570 §3.2.7: an empty value has no `=`. */
function matrix(name: string, value: ParameterValue, explode: boolean, encode: Encode): string {
  const pair = (key: string, text: string): string => `;${encode(key)}${text === '' ? '' : `=${text}`}`;
  if (explode && value.type === 'list') {
    return value.items.map(item => pair(name, encode(item))).join('');
  }
  if (explode && value.type === 'object') {
    return value.members.map(([key, text]) => pair(key, encode(text))).join('');
  }
  return pair(name, joinSimple(value, false, encode, ','));
}
