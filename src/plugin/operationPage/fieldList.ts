import type {List, ListItem, PhrasingContent} from 'mdast';

import type {Direction} from '../../api/schema/direction';
import {messages} from '../../words';
import {slug} from '../slug';
import {code, element, inlineElement, paragraph, strong, type Block} from './tree';

const say = messages('fieldList', {
  choice: 'One variant:',
  link: 'Direct link to {name}',
  page: 'They have a page of their own:',
});

/** The element that holds the way to fields on a page of their own; the browser opens them in place. */
export const FIELDS_ELSEWHERE = 'FieldsElsewhere';

/** A parameter, a header or a field of a body, as a page lists it. */
export interface FieldLine {
  /** Its place, such as `metadata.company` or `items[].id`. */
  readonly path: string;
  /** The last step of its place, where that is not all of it. */
  readonly name?: string;
  readonly type?: string;
  /** What the reader must heed: that it has to be given, or that it may be missing. */
  readonly required?: string | undefined;
  /** That it is always there, which is said quietly. */
  readonly always?: string | undefined;
  readonly words: readonly Block[];
  readonly inside?: FieldLines;
}

/** The lines of one object, and those that each branch of its choice adds. */
export interface FieldLines {
  readonly lines: readonly FieldLine[];
  readonly choices: readonly {
    readonly label: string;
    readonly words: readonly Block[];
    readonly inside: FieldLines;
  }[];
  /** Where the fields are told that are not told here. */
  readonly elsewhere?: FieldsElsewhere | undefined;
}

/** Fields that are on a page of their own. */
export interface FieldsElsewhere {
  /** The address of the page, within the site. */
  readonly url: string;
  /** What the page is called. */
  readonly title: string;
  readonly direction: Direction;
  /** How many they are, where the others are told in place. */
  readonly count?: number;
}

const nothing: FieldLines = {lines: [], choices: []};

/**
 * A list of fields, each with those of the object it is. They are in parts that fold, and each field has an anchor of its
 * own: `section` and its path.
 */
export function fieldList(lines: FieldLines, section: string): Block[] {
  return isEmpty(lines) ? [] : [list(lines, section, new Set(), 0)];
}

function list(
  {lines, choices, elsewhere}: FieldLines,
  section: string,
  taken: Set<string>,
  depth: number,
): List {
  return {
    type: 'list',
    ordered: false,
    spread: true,
    data: {hProperties: {className: ['fields']}},
    children: [
      ...lines.map(line => item(line, section, taken, depth)),
      ...choices.map(({label, words, inside}): ListItem => ({
        type: 'listItem',
        spread: true,
        data: {hProperties: {className: ['fields__choice']}},
        children: [
          paragraph(say('choice'), ' ', strong(label)),
          ...words,
          ...(isEmpty(inside) ? [] : [list(inside, section, taken, depth)]),
        ],
      })),
      ...(elsewhere === undefined ? [] : [more(elsewhere)]),
    ],
  };
}

function item(line: FieldLine, section: string, taken: Set<string>, depth: number): ListItem {
  const {path, name = path, words, inside = nothing} = line;
  const id = anchor(section, path, taken);
  return {
    type: 'listItem',
    spread: true,
    data: {hProperties: {id, className: ['field']}},
    children: [
      paragraph(head(line, id)),
      ...words,
      ...(inside.elsewhere && isEmpty({...inside, elsewhere: undefined})
        ? [fieldsElsewhere(inside.elsewhere, name)]
        : isEmpty(inside)
          ? []
          : [
              element('NestedFields', {of: name, ...(depth === 0 ? {open: 'yes'} : {})}, [
                list(inside, section, taken, depth + 1),
              ]),
            ]),
    ],
  };
}

function head({path, type, required, always}: FieldLine, id: string): PhrasingContent[] {
  const before = type === undefined ? ' ' : ', ';
  return [
    ...code(path),
    ...(type === undefined
      ? []
      : [text(' '), inlineElement('span', {className: 'field__type'}, [text(type)])]),
    ...(always === undefined ? [] : [text(`${before}${always}`)]),
    ...(required === undefined
      ? []
      : [text(before), inlineElement('span', {className: 'field__required'}, [text(required)])]),
    inlineElement('a', {
      className: 'hash-link',
      href: `#${id}`,
      'aria-label': say('link', {name: path}),
      // A stop at each field would stand between the reader and what is below it.
      tabIndex: '-1',
    }),
  ];
}

/** What a list has beyond those that it tells. */
function more(elsewhere: FieldsElsewhere): ListItem {
  return {
    type: 'listItem',
    spread: true,
    data: {hProperties: {className: ['fields__more']}},
    children: [fieldsElsewhere(elsewhere, elsewhere.title)],
  };
}

function fieldsElsewhere({url, title, direction, count}: FieldsElsewhere, name: string): Block {
  const link: PhrasingContent = {type: 'link', url, children: [text(title)]};
  return element(
    FIELDS_ELSEWHERE,
    {of: name, url, direction, ...(count === undefined ? {} : {count: String(count)})},
    [paragraph(say('page'), ' ', [link])],
  );
}

function anchor(section: string, path: string, taken: Set<string>): string {
  const wanted = `${section}-${slug(path)}`;
  let id = wanted;
  for (let count = 2; taken.has(id); count++) {
    id = `${wanted}-${count}`;
  }
  taken.add(id);
  return id;
}

function text(value: string): PhrasingContent & {readonly type: 'text'} {
  return {type: 'text', value};
}

/** Whether there is nothing to list. */
export function isEmpty({lines, choices, elsewhere}: FieldLines): boolean {
  return lines.length === 0 && choices.length === 0 && elsewhere === undefined;
}
