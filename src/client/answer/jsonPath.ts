import {fragmentStep, nameOfFragmentStep} from '../../api/http/pointer';
import {childrenOf, kindOf, decodedName, withAncestors, type JsonOutline} from './jsonOutline';

/** The JSONPath of a node (RFC 9535), `$.data[0]['a b']`, in its short form where names allow it. */
export function jsonPathOf(outline: JsonOutline, node: number): string {
  return steps(outline, node)
    .map(step => (typeof step === 'number' ? `[${step}]` : nameSelector(step)))
    .reduce((path, step) => path + step, '$');
}

/** The JSON Pointer of a node in URI fragment form (RFC 6901 §6): `#`, `#/data/0/a%20b`. */
export function pointerOf(outline: JsonOutline, node: number): string {
  return steps(outline, node).reduce<string>(
    (pointer, step) => `${pointer}/${fragmentStep(String(step))}`,
    '#',
  );
}

/** Finds the node that a JSON Pointer in URI fragment form leads to; undefined when it leads nowhere. */
export type FindNode = (pointer: string) => number | undefined;

/**
 * Finds nodes by their pointers in time linear to the number of pointers. If a member's name repeats, the last one is
 * found, as most JSON parsers keep that one.
 */
export function nodeFinder(outline: JsonOutline): FindNode {
  const itemsOf = new Map<number, Uint32Array<ArrayBuffer>>();
  const childAt = (node: number, step: string): number | undefined => {
    switch (kindOf(outline, node)) {
      case 'object':
        return memberNamed(outline, node, step);
      case 'array': {
        const items = itemsOf.get(node) ?? Uint32Array.from(childrenOf(outline, node));
        itemsOf.set(node, items);
        return /^(0|[1-9]\d*)$/.test(step) ? items[Number(step)] : undefined;
      }
      default:
        return undefined;
    }
  };
  return pointer =>
    pointerSteps(pointer).reduce<number | undefined>(
      (node, step) => (node === undefined ? undefined : childAt(node, step)),
      0,
    );
}

/** The unescaped steps of a JSON Pointer in URI fragment form. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(nameOfFragmentStep);
}

function memberNamed(outline: JsonOutline, node: number, name: string): number | undefined {
  let found: number | undefined;
  for (const child of childrenOf(outline, node)) {
    found = decodedName(outline, child) === name ? child : found;
  }
  return found;
}

function steps(outline: JsonOutline, node: number): readonly (string | number)[] {
  return withAncestors(outline, node)
    .slice(1)
    .map(step => decodedName(outline, step) ?? outline.position[step] ?? 0);
}

function nameSelector(name: string): string {
  return /^[A-Za-z_][A-Za-z_0-9]*$/.test(name) ? `.${name}` : `['${escapedName(name)}']`;
}

/** As RFC 9535 §2.7 writes a name in single quotes. */
function escapedName(name: string): string {
  return JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
}
