import Papa from 'papaparse';

import {encodedForm} from '../http/form';
import {isXml, mediaTypeEssence} from '../http/mediaType';
import {isJsonList, isJsonObject} from '../json';
import type {Json, Operation, Schema} from '../operation';
import {xmlText} from './xmlText';

/** The formats beside JSON in which a value is written otherwise than JSON writes it. */
export type TextFormat = 'xml' | 'csv' | 'events' | 'lines' | 'form';

/** How a media type writes values; undefined for JSON, texts, files, and all that values say nothing of. */
export function textFormat(mediaType: string): TextFormat | undefined {
  if (isXml(mediaType)) {
    return 'xml';
  }
  switch (mediaTypeEssence(mediaType)) {
    case 'text/csv':
      return 'csv';
    case 'text/event-stream':
      return 'events';
    case 'application/x-ndjson':
    case 'application/ndjson':
    case 'application/jsonl':
    case 'application/json-lines':
      return 'lines';
    case 'application/x-www-form-urlencoded':
      return 'form';
    default:
      return undefined;
  }
}

/** A value as a body of a media type is written; a text is one already, and stands as it is. */
export function bodyText(
  operation: Pick<Operation, 'schemas'>,
  {type, schema = true}: {readonly type: string; readonly schema?: Schema | undefined},
  value: Json,
): string {
  const format = textFormat(type);
  if (typeof value === 'string' && format !== 'xml') {
    return value;
  }
  switch (format) {
    case 'xml':
      return typeof value === 'string' && value.trimStart().startsWith('<')
        ? value
        : xmlText(operation, schema, value);
    case 'csv':
      return csvText(value);
    case 'events':
      return itemsOf(value).map(eventText).join('');
    case 'lines':
      return itemsOf(value)
        .map(item => `${JSON.stringify(item)}\n`)
        .join('');
    case 'form':
      return encodedForm(
        isJsonObject(value)
          ? Object.entries(value).map(([name, member]) => ({name, value: plainText(member)}))
          : [],
      );
    case undefined:
      return JSON.stringify(value, null, 2);
  }
}

/** A row for each item (RFC 4180); names stand in the first where the items are objects. */
function csvText(value: Json): string {
  const rows = itemsOf(value);
  const isTable = rows.every(row => isJsonObject(row)) || rows.every(row => Array.isArray(row));
  const cells = (row: Json): Json =>
    isJsonObject(row)
      ? Object.fromEntries(Object.entries(row).map(([name, member]) => [name, plainText(member)]))
      : row;
  return isTable ? `${Papa.unparse(rows.map(cells), {newline: '\n'})}\n` : rows.map(plainText).join('\n');
}

const eventFields: readonly string[] = ['event', 'id', 'retry', 'data'];

/** One event (HTML §9.2.6): of an object with the fields of one, those fields, else the value as its data. */
function eventText(value: Json): string {
  const isEvent =
    isJsonObject(value) &&
    Object.hasOwn(value, 'data') &&
    Object.keys(value).every(name => eventFields.includes(name));
  const fields: readonly (readonly [name: string, value: Json])[] = isEvent
    ? eventFields.flatMap(name => (Object.hasOwn(value, name) ? [[name, value[name] ?? null] as const] : []))
    : [['data', value]];
  const lines = fields.flatMap(([name, field]) =>
    plainText(field)
      .split('\n')
      .map(line => `${name}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
}

function itemsOf(value: Json): readonly Json[] {
  return isJsonList(value) ? value : [value];
}

function plainText(value: Json): string {
  return typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value);
}
