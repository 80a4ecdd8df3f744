import type {List, ListItem, PhrasingContent} from 'mdast';

import {messages} from '../../words';
import {slug} from '../slug';
import {code, element, inlineElement, paragraph, strong, type Block, type Inline} from './tree';

const say = messages('fieldList', {choice: 'One choice:', link: 'Direct link to {name}'});

/** A parameter, a header or a field of a body, as a page lists it. */
export interface FieldLine {
  /** Its place, such as `metadata.company` or `items[].id`. */
  readonly path: string;
  readonly type?: string;
  /** When it must be there, as words; missing when it need not be. */
  readonly required?: string | undefined;
  readonly words: Inline;
  /** The choice it belongs to, where its object is one of several. */
  readonly choice?: string | undefined;
}

interface FieldNode {
  readonly line: FieldLine;
  readonly children: FieldNode[];
}

/**
 * A list of fields, each after the object it is in. Fields of objects are nested in parts that fold, and each field has an
 * anchor of its own: `section` and its path.
 */
export function fieldList(lines: readonly FieldLine[], section: string): Block[] {
  return lines.length === 0 ? [] : [list(nested(lines), section, new Set(), 0)];
}

/** Each field under the nearest object that stands before it. */
function nested(lines: readonly FieldLine[]): readonly FieldNode[] {
  const roots: FieldNode[] = [];
  const above: FieldNode[] = [];
  for (const line of lines) {
    while (above.length > 0 && !isInside(line, above.at(-1))) {
      above.pop();
    }
    const node = {line, children: []};
    (above.at(-1)?.children ?? roots).push(node);
    above.push(node);
  }
  return roots;
}

function isInside({path}: FieldLine, parent: FieldNode | undefined): boolean {
  return (
    parent !== undefined &&
    path.startsWith(parent.line.path) &&
    /^[.[]/.test(path.slice(parent.line.path.length))
  );
}

function list(nodes: readonly FieldNode[], section: string, taken: Set<string>, depth: number): List {
  return {
    type: 'list',
    ordered: false,
    spread: true,
    data: {hProperties: {className: ['fields']}},
    children: byChoice(nodes).flatMap(({choice, members}) => {
      const items = members.map(node => item(node, section, taken, depth));
      return choice === undefined ? items : [choiceItem(choice, items)];
    }),
  };
}

/** Fields of one choice stand together; the others by themselves. */
function byChoice(
  nodes: readonly FieldNode[],
): readonly {readonly choice: string | undefined; readonly members: readonly FieldNode[]}[] {
  const choices = [...new Set(nodes.map(({line}) => line.choice))];
  return choices.length < 2 && nodes.every(({line}) => line.choice === undefined)
    ? [{choice: undefined, members: nodes}]
    : choices.map(choice => ({choice, members: nodes.filter(({line}) => line.choice === choice)}));
}

function choiceItem(choice: string, items: readonly ListItem[]): ListItem {
  return {
    type: 'listItem',
    spread: true,
    data: {hProperties: {className: ['fields__choice']}},
    children: [
      paragraph(say('choice'), ' ', strong(choice)),
      {
        type: 'list',
        ordered: false,
        spread: true,
        data: {hProperties: {className: ['fields']}},
        children: [...items],
      },
    ],
  };
}

function item({line, children}: FieldNode, section: string, taken: Set<string>, depth: number): ListItem {
  const id = anchor(section, line.path, taken);
  const name = line.path.split('.').at(-1) ?? line.path;
  return {
    type: 'listItem',
    spread: true,
    data: {hProperties: {id, className: ['field']}},
    children: [
      paragraph(head(line, id)),
      ...(isEmpty(line.words) ? [] : [paragraph(line.words)]),
      ...(children.length === 0
        ? []
        : [
            // Choices within a choice are said by the fields around them.
            element('NestedFields', {of: name.replace(/\[\]$/, ''), ...(depth === 0 ? {open: 'yes'} : {})}, [
              list(withoutChoice(children, line.choice), section, taken, depth + 1),
            ]),
          ]),
    ],
  };
}

function head({path, type, required}: FieldLine, id: string): PhrasingContent[] {
  return [
    ...code(path),
    ...(type === undefined
      ? []
      : [text(' '), inlineElement('span', {className: 'field__type'}, [text(type)])]),
    ...(required === undefined
      ? []
      : [
          text(type === undefined ? ' ' : ', '),
          inlineElement('span', {className: 'field__required'}, [text(required)]),
        ]),
    inlineElement('a', {className: 'hash-link', href: `#${id}`, 'aria-label': say('link', {name: path})}),
  ];
}

function withoutChoice(nodes: readonly FieldNode[], choice: string | undefined): readonly FieldNode[] {
  return choice === undefined
    ? nodes
    : nodes.map(node =>
        node.line.choice === choice ? {...node, line: {...node.line, choice: undefined}} : node,
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

function isEmpty(words: Inline): boolean {
  return words.length === 0;
}
