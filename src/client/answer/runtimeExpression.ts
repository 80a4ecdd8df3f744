import {headerValue} from '../../api/http/headerValue';
import type {ApiRequest} from '../../request/apiRequest';
import {parameterKey, type RequestValues} from '../../request/values';
import type {ResponseResult} from '../result';
import {jsonOutline, kindOf, readString, valueText} from './jsonOutline';
import {nodeFinder} from './jsonPath';

/** A request that was sent, and its response. */
export interface LinkedExchange {
  readonly request: ApiRequest;
  /** What was typed into the form when the request was sent. */
  readonly values: RequestValues;
  readonly result: Pick<ResponseResult, 'status' | 'headers'> & {
    readonly body: {readonly text?: string | undefined};
  };
}

/**
 * The value of an expression in a Link (OpenAPI 3.1 §4.8.20.4): a runtime expression, a text with expressions in
 * braces, or a constant. Numbers keep all digits; arrays and objects become JSON text. Undefined if the exchange has no
 * such value, or `null`.
 */
export function linkValue(value: string, exchange: LinkedExchange): string | undefined {
  if (value.startsWith('$')) {
    return evaluate(value, exchange);
  }
  let isWhole = true;
  const text = value.replace(/\{(\$[^}]*)\}/g, (_, expression: string) => {
    const part = evaluate(expression, exchange);
    isWhole &&= part !== undefined;
    return part ?? '';
  });
  return isWhole ? text : undefined;
}

function evaluate(expression: string, exchange: LinkedExchange): string | undefined {
  const {request, result} = exchange;
  switch (expression) {
    case '$url':
      return request.url;
    case '$method':
      return request.method;
    case '$statusCode':
      return String(result.status);
    default: {
      const [, side, source = ''] = /^\$(request|response)\.(.+)$/s.exec(expression) ?? [];
      switch (side) {
        case 'request':
          return fromRequest(source, exchange);
        case 'response':
          return fromResponse(source, result);
        default:
          return undefined;
      }
    }
  }
}

function fromResponse(source: string, {headers, body}: LinkedExchange['result']): string | undefined {
  const [, place, name = ''] = /^(header\.|body)(.*)$/s.exec(source) ?? [];
  switch (place) {
    case 'header.':
      return headerValue(headers, name);
    case 'body':
      return fromBody(body.text, name);
    default:
      return undefined;
  }
}

function fromRequest(source: string, {request, values}: LinkedExchange): string | undefined {
  const [, place, name = ''] = /^(header\.|query\.|path\.|body)(.*)$/s.exec(source) ?? [];
  switch (place) {
    case 'header.':
      return headerValue(request.headers, name);
    case 'query.':
      return values.parameters[parameterKey({in: 'query', name})];
    case 'path.':
      return values.parameters[parameterKey({in: 'path', name})];
    case 'body':
      return fromBody(request.body.type === 'json' ? request.body.text : undefined, name);
    default:
      return undefined;
  }
}

function fromBody(text: string | undefined, pointer: string): string | undefined {
  if (text === undefined || pointer === '') {
    return text;
  }
  const outline = jsonOutline(text);
  const node = outline && pointer.startsWith('#') ? nodeFinder(outline)(pointer) : undefined;
  if (!outline || node === undefined) {
    return undefined;
  }
  switch (kindOf(outline, node)) {
    case 'null':
      return undefined;
    case 'string':
      return readString(valueText(outline, node));
    default:
      return valueText(outline, node);
  }
}
