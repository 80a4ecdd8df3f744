import {isObject, items, member, text} from '../../api/json';
import type {CheckedResult} from '../../client/answer/checkAnswer';
import {decodeBase64} from '../../request/base64';
import type {HeaderField} from '../../request/apiRequest';

/** A recorded request and its response. */
export interface RecordedExchange {
  readonly method: string;
  readonly url: string;
  readonly result: CheckedResult;
}

/**
 * The exchanges of an HTTP archive (HAR 1.2) that have a response.
 * @throws Error when the text is no HAR.
 */
export function readHar(source: string): readonly RecordedExchange[] {
  const entries = member(member(parsed(source), 'log'), 'entries');
  if (!Array.isArray(entries)) {
    throw new Error(
      'This is not a HAR file. It must be an object with "log" and "entries", as browsers save it from their network panel.',
    );
  }
  return items(entries).flatMap(entry => {
    const [request, response] = [member(entry, 'request'), member(entry, 'response')];
    const [method, url, status] = [
      member(request, 'method'),
      member(request, 'url'),
      member(response, 'status'),
    ];
    // Status 0 means that there was no response.
    return typeof method === 'string' &&
      typeof url === 'string' &&
      URL.canParse(url) &&
      typeof status === 'number' &&
      status > 0
      ? [{method: method.toUpperCase(), url, result: resultOf(response, status)}]
      : [];
  });
}

function resultOf(response: unknown, status: number): CheckedResult {
  const headers = items(member(response, 'headers')).flatMap((header): readonly HeaderField[] => {
    const [name, value] = [text(member(header, 'name')), text(member(header, 'value'))];
    return name === undefined || value === undefined || name.startsWith(':') ? [] : [{name, value}];
  });
  const content = member(response, 'content');
  const recorded = text(member(content, 'text'));
  const size = Number(member(content, 'size') ?? member(response, 'bodySize') ?? 0);
  // A body that is not text stays undefined, as for a live response.
  const body =
    recorded !== undefined && member(content, 'encoding') === 'base64' ? decodeBase64(recorded) : recorded;
  return {
    status,
    headers,
    size: Math.max(size, recorded?.length ?? 0, 0),
    // A body that was not recorded counts as cut short.
    body: {text: body, cut: recorded === undefined && size > 0 ? 'cancelled' : undefined},
  };
}

function parsed(source: string): unknown {
  try {
    const value: unknown = JSON.parse(source.replace(/^\uFEFF/, ''));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
