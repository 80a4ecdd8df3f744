import Papa from 'papaparse';

import type {Json, Operation, Schema} from '../../api/operation';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {schemaOfType, valueTypes} from '../../api/schema/valueTypes';
import {jsonOr, valueOfTexts} from './formValues';

/** Text that is not CSV. The message names the row. */
export class CsvSyntaxError extends Error {
  override name = 'CsvSyntaxError';
}

/**
 * The rows of a text in CSV as their schema describes them (RFC 4180): objects, whose names are in the first row, or
 * lists. Undefined if the schema describes neither. Throws {@link CsvSyntaxError}.
 */
export function csvValue(operation: Operation, schema: Schema, text: string): Json | undefined {
  if (!includes(operation, schema, 'array')) {
    return undefined;
  }
  const list = schemaOfType(operation, schema, 'array');
  const row = itemSchema(list, 0);
  if (includes(operation, row, 'object')) {
    const [names = [], ...rows] = rowsOf(text);
    return rows.map((cells, index) => objectOf(operation, itemSchema(list, index), names, cells));
  }
  return includes(operation, row, 'array')
    ? rowsOf(text).map((cells, index) => listOf(operation, itemSchema(list, index), cells))
    : undefined;
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const {data, errors} = Papa.parse<string[]>(text, {delimiter: ',', skipEmptyLines: true});
  const [error] = errors;
  if (error) {
    throw new CsvSyntaxError(`Row ${(error.row ?? 0) + 1}: ${error.message}`);
  }
  return data;
}

function objectOf(
  operation: Operation,
  schema: Schema,
  names: readonly string[],
  cells: readonly string[],
): Json {
  const own = schemaOfType(operation, schema, 'object');
  return Object.fromEntries(
    cells.flatMap((cell, index) => {
      const name = names[index] ?? `column ${index + 1}`;
      const value = cellValue(operation, memberSchema(own, name), cell);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function listOf(operation: Operation, schema: Schema, cells: readonly string[]): Json {
  const own = schemaOfType(operation, schema, 'array');
  return cells.map((cell, index) => cellValue(operation, itemSchema(own, index), cell) ?? null);
}

/** An empty cell is no value, unless the schema allows an empty text. A list or an object in a cell is JSON. */
function cellValue(operation: Operation, schema: Schema, cell: string): Json | undefined {
  const types = valueTypes(operation, schema);
  if (cell === '' && types && !types.includes('string') && !types.includes('null')) {
    return undefined;
  }
  return types?.includes('array') && !types.includes('string')
    ? jsonOr(cell)
    : valueOfTexts(operation, types === undefined ? {type: 'string'} : schema, [cell]);
}

function includes(operation: Operation, schema: Schema, type: 'array' | 'object'): boolean {
  return valueTypes(operation, schema)?.includes(type) === true;
}
