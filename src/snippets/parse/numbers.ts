import type {Expression} from './expression';

/**
 * A number as JSON writes it (RFC 8259 §6), of digits that may be grouped by `_`, other bases (`0x1F`, `0o17`, `0b1`) and
 * a missing part (`.5`, `1.`). Every digit stays. Undefined for what is no such number: `10n`, `1j`, `017`.
 */
export function numberText(written: string): string | undefined {
  const plain = written.replaceAll('_', '').toLowerCase();
  if (/^0(?:x[\da-f]+|o[0-7]+|b[01]+)$/.test(plain)) {
    return BigInt(plain).toString();
  }
  const [, whole = '', fraction = '', exponent = ''] = /^(\d*)(?:\.(\d*))?(e[-+]?\d+)?$/.exec(plain) ?? [];
  return whole + fraction === '' || /^0\d/.test(whole)
    ? undefined
    : `${whole || '0'}${fraction === '' ? '' : `.${fraction}`}${exponent}`;
}

/** The expression of a number token; `sign` stands before it. */
export function numberAt(at: number, written: string, sign = ''): Expression {
  const text = numberText(written);
  return text === undefined ? {at, type: 'other'} : {at, type: 'number', text: sign + text};
}
