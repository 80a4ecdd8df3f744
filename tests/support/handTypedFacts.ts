import type {Nodes, Root} from 'mdast';
import {visitParents} from 'unist-util-visit-parents';

import {isObject, items, member, members, type JsonObject} from '../../src/api/json';
import type {WrittenPage} from './pages';

/** A fact of the document that a page repeats by hand, so that it may become outdated. */
export interface HandTyped {
  readonly place: string;
  readonly text: string;
  /** What to write instead. */
  readonly instead: string;
}

/** A value of the document that prose must not repeat, and its place. */
interface Known {
  readonly value: string;
  readonly instead: string;
}

interface Rules {
  /** Found anywhere in prose and code: addresses, keys, names of variables. */
  readonly anywhere: readonly Known[];
  /** Statuses, and quantities such as `24 hours`. */
  readonly patterns: readonly {readonly pattern: RegExp; readonly instead: string}[];
  /** The limits of a field, by its name. */
  readonly limits: ReadonlyMap<string, readonly Known[]>;
  /** The default values of fields. */
  readonly defaults: readonly Known[];
  readonly lists: readonly {readonly values: readonly string[]; readonly instead: string}[];
}

const limitKeywords = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'default',
];
const secretKeywords = ['x-env', 'x-mock-credential', 'credential'];
const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** Nodes that are read as a whole: a name in one part gives meaning to a number in the next. */
const blocks = new Set(['paragraph', 'tableRow', 'heading']);

/** A search for facts of this document that a page repeats by hand. */
export function handTypedFacts(document: JsonObject): (page: WrittenPage) => readonly HandTyped[] {
  const rules = rulesOf(document);
  return ({file, tree}) => proseBlocks(tree).flatMap(block => factsIn(block, rules, file));
}

function rulesOf(document: JsonObject): Rules {
  const anywhere: Known[] = items(document['servers']).map((server, index) => ({
    value: String(member(server, 'url')),
    instead: fact(`#/servers/${index}/url`),
  }));
  const patterns = quantities(document);
  const limits = new Map<string, Known[]>();
  const defaults: Known[] = [];
  const lists: {values: string[]; instead: string}[] = [];
  const statuses = new Map<string, string>();
  walk(document, '#', (node, pointer) => {
    const name = fieldName(pointer);
    for (const [key, value] of members(node)) {
      const instead = fact(`${pointer}/${key}`);
      if (secretKeywords.includes(key) && typeof value === 'string') {
        anywhere.push({value, instead});
      }
      if (limitKeywords.includes(key) && typeof value === 'number' && name !== undefined) {
        limits.set(name, [...(limits.get(name) ?? []), {value: `${value}`, instead}]);
      }
      if (key === 'default' && typeof value === 'string') {
        defaults.push({value, instead});
      }
      if (key === 'enum' && items(value).length > 2) {
        lists.push({values: items(value).map(String), instead});
      }
    }
    const kind = /#([\w-]+)$/.exec(String(member(node, 'type')))?.[1];
    if (kind !== undefined && typeof member(node, 'status') === 'number') {
      statuses.set(String(member(node, 'status')), `<ApiFact error="${kind}" />`);
    }
    members(member(node, 'responses'))
      .filter(([status]) => /^[1-5]\d\d$/.test(status) && !statuses.has(status))
      .forEach(([status]) => statuses.set(status, fact(`${pointer}/responses/${status}`)));
  });
  return {
    anywhere,
    limits,
    defaults,
    lists,
    patterns: [
      ...patterns,
      ...[...statuses].map(([status, instead]) => ({pattern: new RegExp(`\\b${status}\\b`), instead})),
    ],
  };
}

function quantities(document: JsonObject): {readonly pattern: RegExp; readonly instead: string}[] {
  return members(member(document['info'], 'x-limits')).map(([name, limit]) => {
    const [value, unit] = [Number(member(limit, 'value')), String(member(limit, 'unit'))];
    const count = [value, numberWords[value]].filter(Boolean).join('|');
    const units = unit === 'megabyte' ? 'MB|megabytes?' : `${unit}s?`;
    return {
      pattern: new RegExp(`\\b(?:${count})[ -](?:${units})\\b`, 'i'),
      instead: fact(`#/info/x-limits/${name}`),
    };
  });
}

/** The name of the field or parameter that an object of the document describes. */
function fieldName(pointer: string): string | undefined {
  return (
    /\/properties\/([^/]+)$/.exec(pointer)?.[1] ??
    /\/parameters\/(\w+)\/schema$/.exec(pointer)?.[1]?.toLowerCase()
  );
}

function walk(
  node: unknown,
  pointer: string,
  visitObject: (node: JsonObject, pointer: string) => void,
): void {
  if (isObject(node)) {
    visitObject(node, pointer);
  }
  const inner = Array.isArray(node) ? [...node.entries()] : members(node);
  inner.forEach(([key, value]) =>
    walk(value, `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`, visitObject),
  );
}

function fact(pointer: string): string {
  return `<ApiFact pointer="${pointer}" />`;
}

interface Prose {
  readonly line: number;
  /** Prose and code in order; `code` distinguishes them. */
  readonly parts: readonly {readonly text: string; readonly code: boolean}[];
}

function proseBlocks(tree: Root): readonly Prose[] {
  const found = new Map<Nodes, {line: number; parts: {text: string; code: boolean}[]}>();
  visitParents(
    tree,
    node => node.type === 'text' || node.type === 'inlineCode',
    (node, ancestors) => {
      const block = ancestors.find(({type}) => blocks.has(type));
      if (block && 'value' in node) {
        const prose = found.get(block) ?? {line: node.position?.start.line ?? 0, parts: []};
        prose.parts.push({text: String(node.value), code: node.type === 'inlineCode'});
        found.set(block, prose);
      }
    },
  );
  return [...found.values()];
}

function factsIn({line, parts}: Prose, rules: Rules, file: string): readonly HandTyped[] {
  const place = `${file}:${line}`;
  const found = (text: string, instead: string): HandTyped => ({place, text, instead});
  const codes = parts.filter(({code}) => code).map(({text}) => text);
  const words = parts
    .filter(({code}) => !code)
    .map(({text}) => text)
    .join(' ');
  const limits = codes.flatMap(code => rules.limits.get(code.split('.').at(-1) ?? '') ?? []);
  return [
    ...parts.flatMap(({text}) =>
      rules.anywhere
        .filter(({value}) => new RegExp(`(?<![\\w-])${escaped(value)}(?![\\w-])`).test(text))
        .map(({value, instead}) => found(value, instead)),
    ),
    ...[words, ...codes.filter(code => /^\d{3}$/.test(code))].flatMap(text =>
      rules.patterns.flatMap(({pattern, instead}) => {
        const [match] = pattern.exec(text) ?? [];
        return match === undefined ? [] : [found(match, instead)];
      }),
    ),
    ...limits
      .filter(({value}) => new RegExp(`(?<![\\d.])${escaped(value)}(?![\\d.]*\\d)`).test(words))
      .map(({value, instead}) => found(value, instead)),
    ...parts.flatMap(({text, code}, index) =>
      code && /^[\s,(]*(?:is )?(?:the )?default\b/.test(parts[index + 1]?.text ?? '')
        ? rules.defaults.filter(({value}) => value === text).map(({value, instead}) => found(value, instead))
        : [],
    ),
    ...rules.lists
      .filter(({values}) => values.every(value => codes.includes(value)))
      .map(({values, instead}) => found(values.join(', '), instead)),
  ];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
