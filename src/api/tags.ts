import {compact, items, member, text, words, type JsonObject} from './json';
import type {Api, Operation} from './operation';

type Tag = Api['tags'][number];

/** A group of operations as readers see it. */
export interface TagGroup {
  readonly title: string;
  readonly description?: string;
  /** The name of the tag whose operations are in it, where it is more than a group of groups. */
  readonly tag?: string;
  readonly groups: readonly TagGroup[];
}

/** The declared tags in their order, then those that operations use without declaring them; each once. */
export function readTags(document: JsonObject, operations: readonly Operation[]): readonly Tag[] {
  const declared = items(document['tags']).flatMap(tag => {
    const said = (name: string): string | undefined => words(member(tag, name));
    const name = text(member(tag, 'name'));
    return name === undefined
      ? []
      : [
          compact({
            name,
            title: said('x-displayName') ?? said('summary'),
            description: said('description'),
            parent: said('parent'),
          }),
        ];
  });
  const others = operations.flatMap(operation => operation.tags.map((name): Tag => ({name})));
  const once = new Map<string, Tag>();
  for (const tag of [...declared, ...others]) {
    once.set(tag.name, once.get(tag.name) ?? tag);
  }
  return [...once.values()];
}

/** Groups of tags by the extension `x-tagGroups` of Redocly; undefined where there are none. */
export function readTagGroups(document: JsonObject): Api['tagGroups'] {
  const groups = items(document['x-tagGroups']).flatMap(group => {
    const name = words(member(group, 'name'));
    return name === undefined ? [] : [{name, tags: tagNames(member(group, 'tags'))}];
  });
  return groups.length === 0 ? undefined : groups;
}

/**
 * The tags that an operation names. The first is the group that it is in, so those of another `kind` than `nav` (OpenAPI 3.2
 * §4.22), such as a badge, come last.
 */
export function tagsOf(operation: JsonObject, document: JsonObject): readonly string[] {
  const aside = new Set(
    items(document['tags'])
      .filter(tag => (text(member(tag, 'kind')) ?? 'nav') !== 'nav')
      .map(tag => member(tag, 'name')),
  );
  const names = tagNames(operation['tags']);
  return [...names.filter(name => !aside.has(name)), ...names.filter(name => aside.has(name))];
}

/** A list of names. A single tag may be written without a list. */
export function tagNames(value: unknown): string[] {
  const names = typeof value === 'string' ? [value] : items(value);
  return names.filter(name => typeof name === 'string' || typeof name === 'number').map(String);
}

/**
 * All tags in groups: below the tag that is their `parent` (OpenAPI 3.2), in the group of `x-tagGroups` that names them
 * first, else on their own after these. A tag whose parents lead in a circle, or nowhere, has none.
 */
export function tagTree({tags, tagGroups = []}: Pick<Api, 'tags' | 'tagGroups'>): readonly TagGroup[] {
  const byName = new Map(tags.map(tag => [tag.name, tag]));
  const below = new Map<string, Tag[]>();
  const top = tags.filter(tag => {
    const parent = parentOf(tag, byName);
    if (parent !== undefined) {
      below.set(parent, [...(below.get(parent) ?? []), tag]);
    }
    return parent === undefined;
  });
  const groupOf = (tag: Tag): TagGroup => ({
    ...compact({title: tagTitle(tag), description: tag.description}),
    tag: tag.name,
    groups: (below.get(tag.name) ?? []).map(groupOf),
  });
  const left = new Set(top);
  const grouped = tagGroups.map(({name, tags: names}): TagGroup => {
    const members = names.map(one => byName.get(one)).filter(tag => tag !== undefined && left.delete(tag));
    return {title: name, groups: members.flatMap(tag => (tag ? [groupOf(tag)] : []))};
  });
  return [...grouped, ...[...left].map(groupOf)];
}

/** What readers call a tag. */
export function tagTitle({name, title}: Tag): string {
  return title ?? name.charAt(0).toUpperCase() + name.slice(1);
}

function parentOf({name, parent}: Tag, byName: ReadonlyMap<string, Tag>): string | undefined {
  const above = new Set([name]);
  for (let next = parent; next !== undefined; next = byName.get(next)?.parent) {
    if (above.has(next)) {
      return undefined;
    }
    above.add(next);
  }
  return parent !== undefined && byName.has(parent) ? parent : undefined;
}
