import type {Operator} from '../expression';
import {isNothing, type Value} from '../value';
import {knownText, plainText} from '../text';
import type {Held, Live} from './live';
import {joined, lifted, pictured} from './picture';
import type {World} from './world';

/** Whether a value counts as true; undefined where that is not known. */
export function truth(live: Live, world: World): boolean | undefined {
  switch (live.type) {
    case 'text':
      return live.text.some(piece => typeof piece === 'string' && piece !== '')
        ? true
        : live.text.length === 0 || plainText(live.text) === ''
          ? false
          : undefined;
    case 'number':
      return Number(live.text) !== 0;
    case 'constant':
      return live.value === 'true';
    case 'ref':
      return live.path === undefined ? truthOfObject(live.cell.content, world) : undefined;
    case 'file':
    case 'function':
    case 'class':
      return true;
    case 'global':
    case 'unknown':
      return undefined;
  }
}

function truthOfObject(held: Held, world: World): boolean | undefined {
  switch (held.type) {
    case 'list':
      return !world.dialect.emptyIsFalse || held.items.length > 0;
    case 'record':
      return !world.dialect.emptyIsFalse || held.kind !== undefined || held.entries.length > 0;
    case 'call':
    case 'unknown':
      return undefined;
  }
}

/** The variable of the environment that is empty where a value counts as false. */
export function emptyVariable(live: Live): string | undefined {
  const [only] = live.type === 'text' && live.text.length === 1 ? live.text : [];
  return typeof only === 'object' && only.fallback === undefined ? only.env : undefined;
}

/** A condition that may hold or not. */
export function condition(at: number, holds: boolean | undefined, emptyOf?: string): Live {
  return holds === undefined
    ? {at, type: 'unknown', ...(emptyOf === undefined ? {} : {emptyOf})}
    : {at, type: 'constant', value: holds ? 'true' : 'false'};
}

/** Operators that take both values, whatever they are. */
export function operated(operator: Operator, first: Live, second: Live, at: number, world: World): Live {
  const own = world.dialect.binary?.(operator, pictured(first, world), pictured(second, world), at);
  if (own) {
    return lifted(own, world);
  }
  switch (operator) {
    case '==':
    case '===':
      return equality(first, second, operator === '===', at, world);
    case '!=':
    case '!==': {
      const equal = equality(first, second, operator === '!==', at, world);
      return equal.type === 'constant' ? condition(at, equal.value === 'false') : {at, type: 'unknown'};
    }
    case 'in':
      return condition(at, isIn(pictured(first, world), pictured(second, world)));
    case '+':
      if (first.type === 'text' || second.type === 'text') {
        return joined([first, second], at, world);
      }
      return arithmetic(operator, first, second, at, world);
    default:
      return arithmetic(operator, first, second, at, world);
  }
}

function arithmetic(operator: Operator, first: Live, second: Live, at: number, world: World): Live {
  const [one, other] = [wholeNumber(first), wholeNumber(second)];
  if (one === undefined || other === undefined) {
    const unknown = [first, second].map(live => pictured(live, world)).find(({type}) => type === 'unknown');
    return unknown?.type === 'unknown' ? unknown : {at, type: 'unknown'};
  }
  const number = (result: number): Live =>
    Number.isSafeInteger(result) ? {at, type: 'number', text: String(result)} : {at, type: 'unknown'};
  switch (operator) {
    case '+':
      return number(one + other);
    case '-':
      return number(one - other);
    case '*':
      return number(one * other);
    case '<':
      return condition(at, one < other);
    case '<=':
      return condition(at, one <= other);
    case '>':
      return condition(at, one > other);
    case '>=':
      return condition(at, one >= other);
    case '%':
      // Languages differ in the sign.
      return one >= 0 && other > 0 ? number(one % other) : {at, type: 'unknown'};
    default:
      return {at, type: 'unknown'};
  }
}

export function wholeNumber(live: Live | Value | undefined): number | undefined {
  const number = live?.type === 'number' ? Number(live.text) : Number.NaN;
  return Number.isSafeInteger(number) && live?.type === 'number' && /^-?\d+$/.test(live.text)
    ? number
    : undefined;
}

function equality(first: Live, second: Live, isStrict: boolean, at: number, world: World): Live {
  const [one, other] = [pictured(first, world), pictured(second, world)];
  if (isStrict && one.type === 'constant' && other.type === 'constant') {
    return condition(at, one.value === other.value);
  }
  const isEmpty = (value: Value): boolean =>
    isNothing(value) || (value.type === 'text' && knownText(value.text) === '');
  const emptyOf = isEmpty(other) ? emptyVariable(first) : isEmpty(one) ? emptyVariable(second) : undefined;
  return condition(at, areEqual(one, other), emptyOf);
}

/** Undefined where languages or runs may differ. */
function areEqual(one: Value, other: Value): boolean | undefined {
  if (isNothing(one) && isNothing(other)) {
    return true;
  }
  if (one.type === 'text' && other.type === 'text') {
    const [first, second] = [plainText(one.text), plainText(other.text)];
    return first === undefined || second === undefined ? undefined : first === second;
  }
  if (one.type === 'number' && other.type === 'number') {
    return Number(one.text) === Number(other.text);
  }
  if (one.type === 'constant' && other.type === 'constant') {
    return one.value === other.value;
  }
  const solid = isNothing(one) ? other : isNothing(other) ? one : undefined;
  return solid &&
    (['number', 'list', 'record', 'file', 'constant'].includes(solid.type) ||
      (solid.type === 'text' && plainText(solid.text) !== undefined))
    ? false
    : undefined;
}

function isIn(item: Value, all: Value): boolean | undefined {
  const name = item.type === 'text' ? plainText(item.text) : undefined;
  switch (all.type) {
    case 'record':
      return name === undefined || all.entries.some(({value}) => value.type === 'unknown' && value.doubt)
        ? undefined
        : all.entries.some(entry => entry.name === name);
    case 'list': {
      const found = all.items.map(one => areEqual(one, item));
      return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
    }
    default:
      return undefined;
  }
}
