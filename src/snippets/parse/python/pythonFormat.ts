import {joinTexts, knownText, plainText, type Text} from '../text';
import {fieldOf, record, textValue, type Field, type Value} from '../value';
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
  const places = named
    ? /\{\{|\}\}|\{(\w*)(?:!([rs]))?(?::([^{}]*))?\}|[{}]|[^{}]+/g
    : /%%|%(?:\((\w+)\))?()((?:0\d+)?(?:\.\d+)?)[sdf]|%|[^%]+/g;
  const [only] = args;
  let next = 0;
  for (const {0: whole, 1: name, 2: conversion, 3: spec = ''} of pattern.matchAll(places)) {
    if (/^(?:\{\{|\}\}|%%)$/.test(whole)) {
      texts.push([whole.slice(1)]);
      continue;
    }
    if (/^(?:[{}]|%)$/.test(whole)) {
      return undefined;
    }
    if (!/^(?:\{.*\}|%.)/s.test(whole)) {
      texts.push([whole]);
      continue;
    }
    const value =
      name === undefined || name === ''
        ? args[next++]
        : /^\d+$/.test(name)
          ? args[Number(name)]
          : fieldOf(named ? record(named, at) : only, name);
    const converted = value && conversion === 'r' ? represented(value, at) : value;
    const kind = named ? '' : (/[df]$/.exec(whole)?.[0] ?? '');
    const text = converted && specified(converted, spec + kind, at);
    // Without names, what stands behind a sign of its own is written as a text is.
    if (text?.type !== 'text' || (kind === '' && spec !== '' && !named)) {
      return undefined;
    }
    texts.push(text.text);
  }
  return {at, type: 'text', text: knownText(of.text) === '' ? [] : joinTexts(texts)};
}

/** What `format` gives for a value and how it is to be written, such as `.2f`, `05d` or `>8`; undefined for rarer ways. */
export function specified(value: Value, spec: string | undefined, at: number): Value | undefined {
  const text = pythonText(value);
  if (value.type === 'unknown') {
    return value;
  }
  if (spec === '') {
    return text && textValue(at, ...text);
  }
  const [whole, fill = ' ', align, sign = '', zero, width = '0', comma = '', places, kind = ''] =
    /^(?:(.)?([<>^]))?(\+)?(0)?(\d+)?([,_])?(?:\.(\d+))?([dfsxX])?$/u.exec(spec ?? '?') ?? [];
  const isNumber = value.type === 'number';
  const plain = value.type === 'number' ? value.text : text && plainText(text);
  const written =
    whole === undefined || plain === undefined || value.type === 'constant'
      ? undefined
      : isNumber
        ? writtenNumber(plain, kind, places, comma)
        : kind === '' || kind === 's'
          ? sign + comma === '' && zero === undefined
            ? [...plain].slice(0, places === undefined ? undefined : Number(places)).join('')
            : undefined
          : undefined;
  if (written === undefined || (zero !== undefined && (align !== undefined || comma !== ''))) {
    return undefined;
  }
  const signed = sign === '+' && !written.startsWith('-') ? `+${written}` : written;
  const missing = Math.max(0, Number(width) - [...signed].length);
  const before =
    align === '<' ? 0 : align === '^' ? Math.floor(missing / 2) : align || isNumber ? missing : 0;
  const [, head = '', digits = ''] = /^([-+]?)(.*)$/s.exec(signed) ?? [];
  return textValue(
    at,
    zero === undefined
      ? fill.repeat(before) + signed + fill.repeat(missing - before)
      : head + '0'.repeat(missing) + digits,
  );
}

function writtenNumber(
  text: string,
  kind: string,
  places: string | undefined,
  comma: string,
): string | undefined {
  const number = Number(text);
  const isWhole = /^-?\d+$/.test(text);
  const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))/g, comma);
  switch (kind) {
    case '':
    case 'd':
      return places !== undefined || !isWhole ? undefined : grouped(text);
    case 'f': {
      const count = Number(places ?? 6);
      // What is half way is rounded in ways of their own.
      const [, rest = ''] = number.toFixed(100).split('.');
      return count > 15 || Math.abs(number) > 1e15 || /^50*$/.test(rest.slice(count))
        ? undefined
        : number.toFixed(count).replace(/^-?\d+/, grouped);
    }
    case 'x':
    case 'X':
      return isWhole && Number.isSafeInteger(number) && places === undefined && comma === ''
        ? kind === 'x'
          ? number.toString(16)
          : number.toString(16).toUpperCase()
        : undefined;
    default:
      return undefined;
  }
}

/** What `repr` gives; undefined for a text with quotes and the like. */
export function represented(value: Value, at: number): Value | undefined {
  if (value.type !== 'text') {
    const text = pythonText(value);
    return value.type === 'unknown' ? value : text && textValue(at, ...text);
  }
  const plain = plainText(value.text);
  return plain === undefined || value.isBytes === true || !/^[\x20-\x7e]*$/.test(plain) || /['\\]/.test(plain)
    ? undefined
    : textValue(at, `'${plain}'`);
}
