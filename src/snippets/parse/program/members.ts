import type {Member} from '../expression';
import {mergedFields, variablesIn, type Table, type Unknown} from '../value';
import {NotUnderstood} from '../notUnderstood';
import {changeObject} from './change';
import {valueOf} from './expressions';
import {keyText} from './items';
import type {Func, Held, Live, Ref, Scope} from './live';
import {lengthOf} from '../textMethods';
import {doubtful} from './merge';
import {copied, lifted, pictured} from './picture';
import {spoil} from './spoil';
import {doubtAt, type World} from './world';

/** The name of a member, written or computed. */
export function memberName(member: Member, scope: Scope, world: World): string | Unknown {
  const name: string | Unknown =
    member.name ??
    (member.key ? keyText(valueOf(member.key, scope, world), world) : {at: member.at, type: 'unknown'});
  // In JavaScript, this is another object, whose members are looked for next.
  return name === '__proto__' ? {at: member.at, type: 'unknown', name} : name;
}

/** What `a.name` gives. */
export function memberOf(of: Live, name: string | Unknown, at: number, world: World): Live {
  if (typeof name !== 'string') {
    return of.type === 'unknown' ? of : name;
  }
  switch (of.type) {
    case 'ref':
      return memberOfObject(of, name, at, world);
    case 'global': {
      const path = `${of.path}.${name}`;
      const given = world.globals.get(path);
      if (given) {
        return given;
      }
      const own = world.dialect.name?.(path, at);
      return own ? lifted(own, world) : {at, type: 'global', path};
    }
    case 'class': {
      const method = of.code.methods.find(one => one.name === name);
      return method
        ? {at, type: 'function', code: method.value, scope: of.scope, defaults: []}
        : memberOfObject(of.statics, name, at, world);
    }
    case 'unknown':
      return {...of, at: of.doubt === undefined ? at : of.at, name: `${of.name ?? ''}.${name}`};
    default:
      return (
        (name === 'length' && of.type === 'text' && lengthOf(of, at)) || {
          at,
          type: 'unknown',
          name: `….${name}`,
        }
      );
  }
}

/** A method that is not called at once: it forgets its object, or keeps it as it is now where it takes a copy. */
export function detached(live: Live, world: World): Live {
  if (live.type !== 'function' || !live.self) {
    return live;
  }
  const {self, ...func} = live;
  return world.dialect.methodsForget === true ? func : {...func, self: copied(self, world)};
}

function memberOfObject(ref: Ref, name: string, at: number, world: World): Live {
  const held = ref.cell.content;
  switch (held.type) {
    case 'record': {
      const getter = accessor('get', ref, held, name);
      if (getter) {
        return world.perform(getter, [], [], at);
      }
      const entry = held.entries.findLast(one => one.name === name);
      const method = held.kind?.code.methods.find(one => one.name === name);
      const own = entry?.value;
      return (
        (own?.type === 'function' && own.code.isMethod === true && !own.self ? {...own, self: ref} : own) ??
        (held.kind && method
          ? {
              at,
              type: 'function',
              code: method.value,
              scope: held.kind.scope,
              self: {...ref, isPointer: method.takesCopy !== true},
              defaults: [],
            }
          : (world.dialect.missing ?? missing(name, at, world)))
      );
    }
    case 'list': {
      const {missing: none} = world.dialect;
      const place = /^-?\d+$/.test(name) ? Number(name) : undefined;
      // Where a place may be nothing, none is counted from the end.
      const item = place === undefined || (none && place < 0) ? undefined : held.items.at(place);
      return name === 'length'
        ? {at, type: 'number', text: String(held.items.length)}
        : (item ?? (place === undefined ? undefined : none) ?? {at, type: 'unknown', name});
    }
    case 'call': {
      const part: Ref = {...ref, at, path: ref.path === undefined ? name : `${ref.path}.${name}`};
      const value = pictured(part, world);
      return value.type === 'part' ? part : lifted(value, world);
    }
    case 'unknown':
      return held;
  }
}

/** The method that is called where a member is looked at, or given a value. */
function accessor(word: 'get' | 'set', self: Ref, {kind}: Table<Live>, name: string): Func | undefined {
  const method = kind?.code.methods.find(one => one.name === `${word} ${name}`);
  return kind && method
    ? {at: self.at, type: 'function', code: method.value, scope: kind.scope, self, defaults: []}
    : undefined;
}

/** Python ends where a dict lacks a name. */
function missing(name: string, at: number, world: World): Live {
  if (world.dialect.raisesAtMissing) {
    if (!world.heap.frames.some(({kind}) => kind === 'try')) {
      throw new NotUnderstood(at, doubtAt(at, 'unfollowed').message);
    }
    world.stopped = true;
  }
  return {at, type: 'unknown', name};
}

/** `of.name = value`; without a value, `delete of.name`. */
export function changeMember(
  of: Live,
  name: string | Unknown,
  value: Live | undefined,
  at: number,
  world: World,
): void {
  const doubt = doubtAt(at, 'unfollowed');
  if (of.type === 'global') {
    if (typeof name === 'string') {
      world.globals.set(
        world.dialect.hosts?.test(of.path) === true ? name : `${of.path}.${name}`,
        (world.doubts.length === 0 ? value : undefined) ?? doubtful(doubt),
      );
    }
    return;
  }
  if (of.type === 'unknown') {
    spoil(of, at, world);
  }
  // Classes that extend it and objects may have what a class has, or something of their own.
  if (of.type === 'constant' || of.type === 'class') {
    throw new NotUnderstood(at, doubt.message);
  }
  if (of.type === 'ref') {
    world.variables.push(...(value ? variablesIn(pictured(value, world)) : []));
    const held = of.cell.content;
    const setter =
      held.type === 'record' && typeof name === 'string' ? accessor('set', of, held, name) : undefined;
    if (setter && value) {
      world.perform(setter, [value], [], at);
      return;
    }
    const path = typeof name === 'string' && of.path !== undefined ? `${of.path}.${name}` : name;
    changeObject(
      of,
      (typeof path === 'string' ? withMember(held, path, value, at, world) : undefined) ??
        doubtful(doubt, held, ...(value ? [value] : [])),
      at,
      world,
    );
  }
}

/** What the assignment of a member leaves of an object; undefined where that is not followed. */
function withMember(
  held: Held,
  name: string,
  value: Live | undefined,
  at: number,
  world: World,
): Held | undefined {
  switch (held.type) {
    case 'record':
      // A member of an embedded struct is not followed.
      if (held.kind?.code.members?.every(member => member.name !== name) === true) {
        return undefined;
      }
      return {
        ...held,
        entries: value
          ? mergedFields([...held.entries, {name, at, value: copied(value, world)}])
          : held.entries.filter(entry => entry.name !== name),
      };
    case 'list':
      return value && /^\d+$/.test(name) && Number(name) < held.items.length
        ? {
            ...held,
            items: held.items.map((item, index) => (index === Number(name) ? copied(value, world) : item)),
          }
        : undefined;
    case 'call':
      return value && {...held, log: [...held.log, {path: name, at, value}]};
    case 'unknown':
      return held;
  }
}
