import type {Expression} from '../expression';
import {NotUnderstood} from '../notUnderstood';
import {plainText} from '../text';
import {valueOf} from './expressions';
import {itemsIn, keyText} from './items';
import type {Live, Scope} from './live';
import {changeMember, detached, memberName, memberOf} from './members';
import {copied} from './picture';
import {spoil} from './spoil';
import {doubtAt, variableOf, type World} from './world';

/** Where a name is new: in its block, in its function, or not at all. */
export type Declared = 'block' | 'function' | undefined;

/** Gives a value to a name or a member, or takes it apart for several. */
export function assignTo(
  target: Expression,
  value: Live,
  declares: Declared,
  scope: Scope,
  world: World,
): void {
  const {at} = target;
  switch (target.type) {
    case 'name':
      assignName(target, value, declares, scope, world);
      return;
    case 'member':
      changeMember(valueOf(target.of, scope, world), memberName(target, scope, world), value, at, world);
      return;
    case 'assignment': {
      const isMissing = value.type === 'constant' && value.value === 'undefined';
      const given = isMissing ? valueOf(target.value, scope, world) : value;
      assignTo(target.target, given, declares, scope, world);
      return;
    }
    case 'list': {
      const isTuple = value.type === 'ref' && value.cell.content.type === 'list';
      const items = world.dialect.givesSeveral && !isTuple ? [value] : itemsIn(value, 'values', at, world);
      const starred = target.items.findIndex(({type}) => type === 'spread');
      target.items.forEach((item, index) => {
        const behind = starred >= 0 && index >= starred ? target.items.length - index - 1 : undefined;
        if (item.type === 'spread') {
          const rest =
            'type' in items
              ? items
              : world.heap.object({
                  at,
                  type: 'list',
                  items: items.slice(index, items.length - (behind ?? 0)),
                });
          assignTo(item.of, rest, declares, scope, world);
          return;
        }
        const place = behind === undefined || 'type' in items ? index : items.length - 1 - behind;
        const one = 'type' in items ? items : (items[place] ?? world.dialect.missing);
        assignTo(item, one ?? {at, type: 'unknown'}, declares, scope, world);
      });
      return;
    }
    case 'record':
      assignParts(target, value, declares, scope, world);
      return;
    default:
      // Such as a part of a list: what is given to it changes whatever it is of.
      spoil(valueOf(target, scope, world), at, world);
  }
}

/** `{a, b: c, ...rest} = value`. */
function assignParts(
  target: Extract<Expression, {readonly type: 'record'}>,
  value: Live,
  declares: Declared,
  scope: Scope,
  world: World,
): void {
  const taken: string[] = [];
  for (const entry of target.entries) {
    if ('of' in entry) {
      const held = value.type === 'ref' ? value.cell.content : value;
      const rest: Live =
        held.type === 'record'
          ? world.heap.object({
              at: entry.at,
              type: 'record',
              entries: held.entries.filter(({name}) => !taken.includes(name)),
            })
          : {at: entry.at, type: 'unknown'};
      assignTo(entry.of, rest, declares, scope, world);
      continue;
    }
    const name = keyText(valueOf(entry.name, scope, world), world);
    if (typeof name === 'string') {
      taken.push(name);
    }
    const part = detached(memberOf(value, name, entry.name.at, world), world);
    assignTo(entry.value, part, declares, scope, world);
  }
}

function assignName(
  {name, at}: Extract<Expression, {readonly type: 'name'}>,
  given: Live,
  declares: Declared,
  scope: Scope,
  world: World,
): void {
  const value = copied(asSecret(name, world.dialect.unfailing?.(name, given) ?? given), world);
  const own = world.dialect.functionsOwnNames ? functionScope(scope) : scope;
  const home = declares === 'block' ? scope : declares ? functionScope(scope) : own;
  const known =
    declares || (world.dialect.functionsOwnNames && !home.outer.has(name))
      ? home.names.get(name)
      : variableOf(home, name);
  // What its address was given to has the new value too.
  if (known && world.addressed.has(known) && value.type !== 'unknown') {
    throw new NotUnderstood(at, doubtAt(at, 'unfollowed').message);
  }
  if (known) {
    world.heap.assign(known, value);
    return;
  }
  (declares ? home : functionScope(scope)).names.set(name, world.heap.variable(value));
}

function functionScope(scope: Scope): Scope {
  return scope.isFunction || !scope.parent ? scope : functionScope(scope.parent);
}

/** A variable with the name of a key holds a secret, even where the value stands in the code. */
function asSecret(name: string, value: Live): Live {
  const literal = value.type === 'text' ? plainText(value.text) : undefined;
  return literal !== undefined && /(?:api_?key|token|secret)(?:_?\d+)?$/i.test(name)
    ? {at: value.at, type: 'text', text: [{env: 'API_KEY', fallback: literal}]}
    : value;
}
