import {messages} from '../../../../words';
import {NotUnderstood} from '../../notUnderstood';
import {joinText, knownText, unknownVariables, type Text} from '../../text';
import {matchAt} from '../scriptTypes';
import {stringAt} from './powershellString';

const say = messages('powershellValue', {
  notUnderstood: 'This cannot be read. Write out its value.',
  depth: 'ConvertTo-Json stops at {depth} levels. Set a larger -Depth.',
  noText: 'A string is expected here.',
});

/** A value of PowerShell, as far as requests are made of such. */
export type PowershellValue =
  | {readonly type: 'text'; readonly text: Text}
  /** A number, a truth value or null, as JSON writes it. */
  | {readonly type: 'plain'; readonly json: string}
  | {readonly type: 'list'; readonly items: readonly PowershellValue[]}
  | {readonly type: 'record'; readonly entries: Map<string, PowershellValue>}
  | {readonly type: 'file'; readonly path: string};

/** Reads a text from a place on, with what variables hold there. */
export interface Cursor {
  readonly source: string;
  position: number;
  /** By their names in small letters. */
  readonly variables: Map<string, PowershellValue>;
  /** Variables that are read and not known. */
  readonly unknown: string[];
}

/** Takes what a sticky pattern matches at the cursor; empty where it does not. */
export function take(cursor: Cursor, sticky: RegExp): string {
  const found = matchAt(sticky, cursor.source, cursor.position);
  cursor.position += found.length;
  return found;
}

export function refuse(cursor: Cursor): never {
  throw new NotUnderstood(cursor.position, say('notUnderstood'));
}

/** Spaces, comments and line ends. */
function skipSpace(cursor: Cursor): void {
  take(cursor, /(?:\s|`\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y);
}

/** An expression: a value, texts that `+` joins, or what `ConvertTo-Json` makes of a value. Throws {@link NotUnderstood}. */
export function expression(cursor: Cursor): PowershellValue {
  let value = primary(cursor);
  for (;;) {
    if (take(cursor, /[ \t]*\+[ \t]*(?:`?\r?\n\s*)?/y) !== '') {
      const left = textOf(value, cursor);
      value = {type: 'text', text: joinText(left, textOf(primary(cursor), cursor))};
      continue;
    }
    const converted = take(cursor, /\s*\|\s*ConvertTo-Json((?:[ \t]+-(?:Depth[ \t:]+\d+|Compress))*)/iy);
    if (converted === '') {
      break;
    }
    const depth = Number(/-Depth[ \t:]+(\d+)/i.exec(converted)?.[1] ?? 2);
    const json = jsonOf(value, depth, cursor);
    const text = /-Compress/i.test(converted) ? json : JSON.stringify(JSON.parse(json), null, 2);
    value = {type: 'text', text: [text]};
  }
  // What other operators make of it is not worked out here.
  const next = cursor.source.slice(cursor.position, cursor.position + 20);
  return /^[ \t]*(?:-(?:f|join|replace|split)\b|[*%/?])/i.test(next) ? refuse(cursor) : value;
}

function primary(cursor: Cursor): PowershellValue {
  const {source} = cursor;
  const string = stringAt(source, cursor.position, textVariables(cursor));
  if (string) {
    cursor.position = string.end;
    return {type: 'text', text: string.text};
  }
  const number = take(cursor, /-?\d+(?:\.\d+)?(?![\w.])/y);
  if (number !== '') {
    return {type: 'plain', json: number};
  }
  if (take(cursor, /(?:\[ordered\]|\[pscustomobject\])?[ \t]*@\{/iy) !== '') {
    return record(cursor);
  }
  if (take(cursor, /@\(/y) !== '') {
    return {type: 'list', items: listOf(cursor)};
  }
  if (take(cursor, /\[(?:System\.)?Text\.Encoding\]::UTF8\.GetBytes\(|\(/iy) !== '') {
    skipSpace(cursor);
    const value = expression(cursor);
    skipSpace(cursor);
    return take(cursor, /\)/y) === '' ? refuse(cursor) : value;
  }
  if (take(cursor, /\[(?:string|int|uri|hashtable|byte\[\])\]/iy) !== '') {
    return primary(cursor);
  }
  if (take(cursor, /Get-Item[ \t]+(?:-(?:Literal)?Path[ \t]+)?/iy) !== '') {
    return {type: 'file', path: knownText(textOf(primary(cursor), cursor))};
  }
  if (take(cursor, /New-Object[ \t]+["']?System\.Collections\.Generic\.Dictionary[^\n;]*/iy) !== '') {
    return {type: 'record', entries: new Map()};
  }
  const constant = take(cursor, /\$(?:true|false|null)\b/iy);
  return constant === '' ? variable(cursor) : {type: 'plain', json: constant.slice(1).toLowerCase()};
}

function variable(cursor: Cursor): PowershellValue {
  const environment = take(cursor, /\$(?:env:\w+|\{env:\w+\})/iy);
  if (environment !== '') {
    return {type: 'text', text: [{env: /(\w+)\}?$/.exec(environment)?.[1] ?? ''}]};
  }
  const name = take(cursor, /\$\w+/y).slice(1);
  if (name === '' || /[.[]/.test(cursor.source.charAt(cursor.position))) {
    return refuse(cursor);
  }
  return cursor.variables.get(name.toLowerCase()) ?? {type: 'text', text: [{env: name}]};
}

function record(cursor: Cursor): PowershellValue {
  const entries = new Map<string, PowershellValue>();
  for (;;) {
    take(cursor, /(?:\s|;|`\r?\n|<#[\s\S]*?#>|#[^\n]*)+/y);
    if (take(cursor, /\}/y) !== '') {
      return {type: 'record', entries};
    }
    const bare = take(cursor, /[A-Za-z_]\w*/y);
    const name = bare === '' ? knownText(textOf(primary(cursor), cursor)) : bare;
    if (take(cursor, /\s*=\s*/y) === '') {
      return refuse(cursor);
    }
    entries.set(name, expression(cursor));
  }
}

function listOf(cursor: Cursor): PowershellValue[] {
  const items: PowershellValue[] = [];
  for (;;) {
    take(cursor, /(?:\s|,|;|#[^\n]*)+/y);
    if (take(cursor, /\)/y) !== '') {
      return items;
    }
    items.push(expression(cursor));
  }
}

/** The texts among the variables, for strings that they stand in. */
function textVariables({variables}: Cursor): ReadonlyMap<string, Text> {
  return new Map(
    [...variables].flatMap(([name, value]): [string, Text][] =>
      value.type === 'text' ? [[name, value.text]] : value.type === 'plain' ? [[name, [value.json]]] : [],
    ),
  );
}

/** A value as a text. Throws {@link NotUnderstood} for what is none. */
export function textOf(value: PowershellValue, cursor: Cursor): Text {
  switch (value.type) {
    case 'text':
      cursor.unknown.push(...unknownVariables(value.text));
      return value.text;
    case 'plain':
      return [value.json === 'null' ? '' : value.json];
    case 'list':
    case 'record':
    case 'file':
      throw new NotUnderstood(cursor.position, say('noText'));
  }
}

function jsonOf(value: PowershellValue, depth: number, cursor: Cursor, level = 0): string {
  switch (value.type) {
    case 'text':
      return JSON.stringify(knownText(textOf(value, cursor)));
    case 'plain':
      return value.json;
    case 'file':
      return refuse(cursor);
    case 'list':
    case 'record':
      break;
  }
  if (level > depth) {
    throw new NotUnderstood(cursor.position, say('depth', {depth}));
  }
  return value.type === 'list'
    ? `[${value.items.map(item => jsonOf(item, depth, cursor, level + 1)).join(',')}]`
    : `{${[...value.entries]
        .map(([name, entry]) => `${JSON.stringify(name)}:${jsonOf(entry, depth, cursor, level + 1)}`)
        .join(',')}}`;
}
