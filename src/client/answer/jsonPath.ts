import {childrenOf, kindOf, memberName, withAncestors, type JsonOutline} from './jsonOutline';

/** The JSONPath of a node (RFC 9535), `$.data[0]['a b']`: names that are identifiers stand in the short form. */
export function jsonPathOf(outline: JsonOutline, node: number): string {
  return steps(outline, node)
    .map(step => (typeof step === 'number' ? `[${step}]` : nameSelector(step)))
    .reduce((path, step) => path + step, '$');
}

/** The JSON Pointer of a node in URI fragment form (RFC 6901 §6): `#`, `#/data/0/a%20b`. */
export function pointerOf(outline: JsonOutline, node: number): string {
  return steps(outline, node).reduce<string>(
    (pointer, step) => `${pointer}/${escapedStep(String(step))}`,
    '#',
  );
}

/**
 * The node that a JSON Pointer leads to, in URI fragment form; of members that repeat a name the last, which is the one
 * that most readers of JSON keep. Undefined when it leads nowhere.
 */
export function nodeAtPointer(outline: JsonOutline, pointer: string): number | undefined {
  let node: number | undefined = 0;
  for (const step of pointerSteps(pointer)) {
    node = childAt(outline, node, step);
    if (node === undefined) {
      return undefined;
    }
  }
  return node;
}

/** The unescaped steps of a JSON Pointer in URI fragment form. */
export function pointerSteps(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(step => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function childAt(outline: JsonOutline, node: number, step: string): number | undefined {
  let found: number | undefined;
  switch (kindOf(outline, node)) {
    case 'object':
      for (const child of childrenOf(outline, node)) {
        found = memberName(outline, child) === step ? child : found;
      }
      return found;
    case 'array':
      for (const child of childrenOf(outline, node)) {
        if (String(outline.position[child]) === step) {
          return child;
        }
      }
      return undefined;
    default:
      return undefined;
  }
}

function steps(outline: JsonOutline, node: number): readonly (string | number)[] {
  return withAncestors(outline, node)
    .slice(1)
    .map(step => memberName(outline, step) ?? outline.position[step] ?? 0);
}

function nameSelector(name: string): string {
  return /^[A-Za-z_][A-Za-z_0-9]*$/.test(name) ? `.${name}` : `['${escapedName(name)}']`;
}

/** As RFC 9535 §2.7 writes a name in single quotes. */
function escapedName(name: string): string {
  return JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
}

function escapedStep(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1').toWellFormed());
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
