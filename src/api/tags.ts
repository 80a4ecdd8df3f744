import {compact, items, member, text, type JsonObject} from './json';
import type {Api, Operation} from './operation';

/** The declared tags in their order, then those that operations use without declaring them; each once. */
export function readTags(document: JsonObject, operations: readonly Operation[]): Api['tags'] {
  const declared = items(document['tags']).flatMap(tag => {
    const name = text(member(tag, 'name'));
    const description = text(member(tag, 'description')) ?? text(member(tag, 'summary'));
    return name === undefined ? [] : [compact({name, description})];
  });
  const others = operations.flatMap(operation => operation.tags.map(name => ({name})));
  const once = new Map<string, Api['tags'][number]>();
  for (const tag of [...declared, ...others]) {
    once.set(tag.name, once.get(tag.name) ?? tag);
  }
  return [...once.values()];
}

/** The tags that an operation names. A single one may be written without a list. */
export function tagNames(value: unknown): string[] {
  const names = typeof value === 'string' ? [value] : items(value);
  return names.filter(name => typeof name === 'string' || typeof name === 'number').map(String);
}
