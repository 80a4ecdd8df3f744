import {isObject, memberOrItem} from '../json';
import {atPointer, pointerTo} from '../references';

/** What relative names start from; it names nothing that a document could. */
const BASE = 'https://document.invalid/';

/** Members that hold data, in which nothing is a schema. */
const data: ReadonlySet<string> = new Set(['example', 'examples', 'default', 'const', 'enum', 'value']);
/** Members whose own members have any name. */
const maps: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas'],
  ...['paths', 'webhooks', 'pathItems', 'callbacks', 'parameters', 'requestBodies', 'responses', 'headers'],
  ...['content', 'encoding'],
]);

/** The steps to a place, the last first. */
interface Path {
  readonly step: string;
  readonly before: Path | undefined;
}

interface Place {
  readonly node: Record<string, unknown>;
  readonly path: Path | undefined;
  /** The name of the schema that it is in, and where that stands. */
  readonly base: string;
  readonly root: Path | undefined;
}

/** Pointers by the names that one schema alone has. */
type Names = ReadonlyMap<string, string | undefined>;

/**
 * Writes references to schemas by a name of their own, `$id` or `$anchor` (JSON Schema 2020-12 §8.2), as the JSON pointers they
 * stand for, in place, and takes those names away: the library that validates and bundles takes them for files. A
 * `$dynamicRef` becomes a reference where one schema alone has its name.
 */
export function followSchemaNames(document: Record<string, unknown>): void {
  const names = namesIn(document);
  if (names.size === 0) {
    return;
  }
  for (const place of schemaPlaces(document)) {
    const {node} = place;
    const {$ref, $dynamicRef} = node;
    const dynamic = typeof $dynamicRef === 'string' ? names.get(dynamicName($dynamicRef)) : undefined;
    if (typeof $ref === 'string') {
      node['$ref'] = pointerOf(document, $ref, place, names);
    } else if (dynamic !== undefined) {
      node['$ref'] = dynamic;
      delete node['$dynamicRef'];
    }
    if (typeof node['$id'] === 'string') {
      delete node['$id'];
    }
    if (typeof node['$anchor'] === 'string') {
      delete node['$anchor'];
    }
    if (typeof node['$dynamicAnchor'] === 'string') {
      delete node['$dynamicAnchor'];
    }
  }
}

function namesIn(document: Record<string, unknown>): Names {
  const found = new Map<string, string | undefined>();
  for (const {node, path, base} of schemaPlaces(document)) {
    const {$id, $anchor, $dynamicAnchor} = node;
    const names = [
      ...(typeof $id === 'string' ? [base] : []),
      ...(typeof $anchor === 'string' ? [`${base}#${$anchor}`] : []),
      ...(typeof $dynamicAnchor === 'string'
        ? [`${base}#${$dynamicAnchor}`, dynamicName(`#${$dynamicAnchor}`)]
        : []),
    ];
    for (const name of names) {
      found.set(name, found.has(name) ? undefined : pointerTo(...stepsOf(path)));
    }
  }
  return found;
}

/** By what a `$dynamicRef` is looked up: which schema it means depends on how it was come to, so that the base is none of it. */
function dynamicName(reference: string): string {
  return `dynamic ${reference.split('#')[1] ?? ''}`;
}

function pointerOf(
  document: Record<string, unknown>,
  $ref: string,
  {base, root}: Pick<Place, 'base' | 'root'>,
  names: Names,
): string {
  if ($ref.startsWith('#/')) {
    // Many give their schemas names, and refer to places in the document all the same.
    const within = pointerTo(...stepsOf(root)) + $ref.slice(1);
    const isWithin = atPointer(document, $ref) === undefined && atPointer(document, within) !== undefined;
    return isWithin ? within : $ref;
  }
  if (!URL.canParse($ref, base)) {
    return $ref;
  }
  const [uri = '', fragment = ''] = new URL($ref, base).href.split('#');
  const isPointer = fragment === '' || fragment.startsWith('/');
  const pointer = names.get(isPointer ? uri : `${uri}#${fragment}`);
  return pointer === undefined ? $ref : pointer + (isPointer ? fragment : '');
}

function stepsOf(path: Path | undefined): readonly string[] {
  const steps: string[] = [];
  for (let at = path; at !== undefined; at = at.before) {
    steps.push(at.step);
  }
  return steps.reverse();
}

/** Every object of a document that may be a schema or hold one, once. */
function* schemaPlaces(document: Record<string, unknown>): Generator<Place> {
  const seen = new Set<unknown>();
  const left: (Omit<Place, 'node'> & {readonly value: unknown; readonly isMap: boolean})[] = [
    {value: document, path: undefined, base: BASE, root: undefined, isMap: false},
  ];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const {value, path, isMap} = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) {
      continue;
    }
    seen.add(value);
    let {base, root} = next;
    if (isObject(value) && !isMap) {
      const {$id} = value;
      if (typeof $id === 'string' && URL.canParse($id, base)) {
        base = new URL($id, base).href.replace(/#$/, '');
        root = path;
      }
      yield {node: value, path, base, root};
    }
    for (const key of Object.keys(value)) {
      if (isMap || !(data.has(key) || key.startsWith('x-'))) {
        left.push({
          value: memberOrItem(value, key),
          path: {step: key, before: path},
          base,
          root,
          isMap: !isMap && maps.has(key),
        });
      }
    }
  }
}
