import {isOfError} from './status';

/** The range of a status as a document names it: `4XX` for 404. */
function rangeOf(status: number): string {
  return `${String(status).charAt(0)}XX`;
}

/** Whether a status that a document names, `404` or `4XX`, is that of a response; `default` names none. */
export function isNamedBy(documented: string, status: number): boolean {
  return documented === String(status) || documented.toUpperCase() === rangeOf(status);
}

/** The first status that one of a document names: 200 for `2XX`, and for `default` too, by which all may be meant. */
export function firstStatus(documented: string): number {
  const status = Number(documented.replace(/X/gi, '0'));
  return Number.isNaN(status) ? 200 : status;
}

/**
 * Whether a response of an operation is none of an error. `default` is what comes when all goes well where the document names
 * no other response for that (OpenAPI 3.1 §4.8.16).
 */
export function isNoError<Response extends {readonly status: string}>(
  {responses}: {readonly responses: readonly Response[]},
  {status}: Response,
): boolean {
  return (
    !isOfError(status) ||
    (status.toLowerCase() === 'default' && responses.every(response => isOfError(response.status)))
  );
}

/** What a document says of a status: by its number, else by its range, else by `default` (OpenAPI 3.1 §4.8.16). */
export function responseOf<Response extends {readonly status: string}>(
  {responses}: {readonly responses: readonly Response[]},
  status: number,
): Response | undefined {
  return (
    responses.find(response => response.status === String(status)) ??
    responses.find(response => response.status.toUpperCase() === rangeOf(status)) ??
    responses.find(response => response.status.toLowerCase() === 'default')
  );
}
