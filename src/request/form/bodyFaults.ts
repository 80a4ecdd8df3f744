import {unescapedStep} from '../../api/http/pointer';
import type {Node} from 'jsonc-parser';

import type {Operation, Schema} from '../../api/operation';
import {halfCharacter} from '../percentEncoding';
import {jsonFaults} from '../json/jsonFault';
import {parseJsonTree} from '../json/parseJsonTree';
import {validateText} from './validate';

/** What is wrong with a JSON body, and the range of its text that is wrong. */
export interface BodyFault {
  /** The address of the value in the form: `body`, `body/email`. */
  readonly at: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Every fault of a JSON body at its place, in the words of the form: why the text is not JSON, else how its value does
 * not match the schema. In the order of the text.
 */
export function bodyFaults(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  text: string,
): readonly BodyFault[] {
  const half = /\p{Surrogate}/u.exec(text);
  const ofText = [
    ...(half ? [{at: 'body', message: halfCharacter(), from: half.index, to: half.index + 1}] : []),
    ...jsonFaults(text).map(({offset, length, message}) => ({
      at: 'body',
      message,
      from: offset,
      to: Math.min(text.length, offset + length),
    })),
  ];
  if (ofText.length > 0) {
    return ofText;
  }
  const tree = parseJsonTree(text);
  return validateText(operation, schema, text, 'body')
    .map(({at, message, keyword}) => ({
      at,
      message,
      ...(tree ? rangeOf(tree, stepsOf(at), keyword) : {from: 0, to: text.length}),
    }))
    .sort((one, other) => one.from - other.from);
}

/**
 * The range of the value that a fault is about. For an unknown property, the range of its name; for a missing value or
 * one that is invalid as a whole, the start of the object or array around it.
 */
function rangeOf(
  tree: Node,
  steps: readonly string[],
  keyword: string,
): {readonly from: number; readonly to: number} {
  let node = tree;
  for (const step of steps) {
    const child = childAt(node, step);
    if (!child) {
      break;
    }
    node = child;
  }
  const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
  const marked = keyword === 'additionalProperties' && name ? name : node;
  const length = marked.type === 'object' || marked.type === 'array' ? 1 : marked.length;
  return {from: marked.offset, to: marked.offset + length};
}

/** The path from the body to the value at an address. */
function stepsOf(at: string): readonly string[] {
  return at.split('/').slice(1).map(unescapedStep);
}

function childAt(node: Node, step: string): Node | undefined {
  return node.type === 'array'
    ? node.children?.[Number(step)]
    : node.children?.findLast(({children: [name] = []}) => name?.value === step)?.children?.[1];
}
