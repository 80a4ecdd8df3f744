import {joinTexts, knownText, plainText, type Text} from '../text';
import {fieldOf, record, type Field, type Value} from '../value';
import {pythonText} from './pythonDialect';

/** `"{} {name}".format(…)`, or `"%s" % …` where no names are given; undefined for anything but plain places. */
export function formatted(
  of: Extract<Value, {readonly type: 'text'}>,
  args: readonly Value[],
  at: number,
  named?: readonly Field[],
): Value | undefined {
  const pattern = plainText(of.text);
  if (pattern === undefined) {
    return undefined;
  }
  const unknown = [...args, ...(named ?? []).map(({value}) => value)].find(({type}) => type === 'unknown');
  if (unknown) {
    return unknown;
  }
  const texts: Text[] = [];
  const places = named ? /\{\{|\}\}|\{(\w*)\}|[{}]|[^{}]+/g : /%%|%(?:\((\w+)\))?[sd]|%|[^%]+/g;
  const [only] = args;
  let next = 0;
  for (const {0: whole, 1: name} of pattern.matchAll(places)) {
    if (/^(?:\{\{|\}\}|%%)$/.test(whole)) {
      texts.push([whole.slice(1)]);
      continue;
    }
    if (/^(?:[{}]|%)$/.test(whole)) {
      return undefined;
    }
    if (!/^(?:\{\w*\}|%.)/.test(whole)) {
      texts.push([whole]);
      continue;
    }
    const value =
      name === undefined || name === ''
        ? args[next++]
        : /^\d+$/.test(name)
          ? args[Number(name)]
          : fieldOf(named ? record(named, at) : only, name);
    const text = value && pythonText(value);
    if (!text || (whole.endsWith('d') && value.type !== 'number' && !whole.startsWith('{'))) {
      return undefined;
    }
    texts.push(text);
  }
  return {at, type: 'text', text: knownText(of.text) === '' ? [] : joinTexts(texts)};
}
