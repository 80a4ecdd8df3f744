import type {Encoding, Parameter} from './operation';

type FieldStyle = Pick<Parameter, 'name' | 'style' | 'explode' | 'allowReserved'>;

/**
 * How a field of an urlencoded body is serialised, as a query parameter would be, where its encoding says so (OpenAPI 3.1
 * §4.8.15.1). Undefined where it does not: lists are then fields of one name, objects JSON.
 */
export function encodingStyle(name: string, encoding: Encoding | undefined): FieldStyle | undefined {
  const {style = 'form', explode = style === 'form'} = encoding ?? {};
  return encoding?.style === undefined && encoding?.explode === undefined
    ? undefined
    : {name, style, explode, allowReserved: false};
}
