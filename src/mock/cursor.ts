import type {Json} from '../api/operation';
import type {Answer} from './answer';
import type {HandlerContext} from './handler';
import {validationProblem} from './problem';
import type {Table} from './store';

export interface PageOptions<Row extends Json> {
  readonly order: 'oldest' | 'newest';
  readonly fits: (row: Row) => boolean;
  readonly toJson: (row: Row) => Json;
}

const DEFAULT_LIMIT = 20;

/**
 * One page of a table, by the parameters `limit` and `cursor`. A cursor identifies the last row of the previous page,
 * and the order of rows never changes, so pages stay consistent while rows are added and deleted.
 */
export function pageAnswer<Row extends Json>(
  {operation, path, query}: HandlerContext,
  table: Table<Row>,
  {order, fits, toJson}: PageOptions<Row>,
): Answer {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  const cursor = query.get('cursor');
  const after = typeof cursor === 'string' ? decodeCursor(cursor, path) : undefined;
  if (cursor !== undefined && after === undefined) {
    return validationProblem(operation, [
      {in: 'query', pointer: '#/cursor', detail: 'must be the next_cursor of an earlier page'},
    ]);
  }
  const rows = order === 'oldest' ? table.rows() : [...table.rows()].reverse();
  const page: Json[] = [];
  let last: number | undefined;
  for (const {serial, row} of rows) {
    const behind = after === undefined || (order === 'oldest' ? serial > after : serial < after);
    if (behind && fits(row)) {
      if (page.length === limit) {
        return {status: 200, json: {data: page, next_cursor: encodeCursor(last ?? serial, path)}};
      }
      page.push(toJson(row));
      last = serial;
    }
  }
  return {status: 200, json: {data: page, next_cursor: null}};
}

/** An opaque text for the serial of a row in the list at a path. */
function encodeCursor(serial: number, path: string): string {
  return btoa(`after:${serial}:${path}`).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_');
}

/**
 * Undefined for a cursor of another list. One without a list is the example of the document, which is valid for all
 * lists.
 */
function decodeCursor(cursor: string, path: string): number | undefined {
  try {
    const [, digits, list = path] =
      /^after:(\d{1,15})(?::(.+))?$/.exec(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))) ?? [];
    return digits === undefined || list !== path ? undefined : Number(digits);
  } catch {
    return undefined;
  }
}
