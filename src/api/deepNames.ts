import type {Operation, Schema} from './operation';
import {deepMember} from './queryPairs';
import {valueTypes} from './schema/valueTypes';

/** What the names `a[b][c]` of one field say: a tree of which the leaves are texts. */
export interface DeepNode {
  readonly texts: readonly string[];
  /** By their names; items of a list by their places, or each apart where the brackets are empty. */
  readonly members: ReadonlyMap<string, DeepNode>;
}

interface Entry {
  readonly steps: readonly string[];
  readonly text: string;
}

/** The steps within a field that a name says, as `b` and `c` of `a[b][c]`; undefined for the names of others. */
export function deepSteps(field: string, name: string): readonly string[] | undefined {
  return deepMember(field, name)?.split('][');
}

/** The tree that pairs make of a field; those of other names are left out. */
export function deepNode(
  field: string,
  pairs: readonly {readonly name: string; readonly value: string}[],
): DeepNode {
  return nodeOf(
    pairs.flatMap(({name, value}) => {
      const steps = deepSteps(field, name);
      return steps === undefined ? [] : [{steps, text: value}];
    }),
  );
}

/** Whether a node is a list by its schema, and its members can be the items. */
export function isDeepList(
  operation: Pick<Operation, 'schemas'>,
  schema: Schema,
  {members}: DeepNode,
): boolean {
  return (
    [...members.keys()].every(name => /^\d+$/.test(name)) &&
    valueTypes(operation, schema)?.includes('array') === true
  );
}

function nodeOf(entries: readonly Entry[]): DeepNode {
  const inside = new Map<string, Entry[]>();
  const texts: string[] = [];
  for (const {steps, text} of entries) {
    const [step, ...rest] = steps;
    if (step === undefined) {
      texts.push(text);
      continue;
    }
    // PHP's way to add one more item.
    const name = step === '' ? String(inside.size) : step;
    const own = inside.get(name) ?? [];
    own.push({steps: rest, text});
    inside.set(name, own);
  }
  return {texts, members: new Map([...inside].map(([name, own]) => [name, nodeOf(own)]))};
}
