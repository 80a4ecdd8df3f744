import {visit} from 'jsonc-parser';
import {parseDocument, visit as visitYaml} from 'yaml';

/** The digits of numbers that JavaScript cannot hold, by how it prints what it makes of them. */
export type Digits = {readonly [printed: string]: string};

/**
 * The numbers of a text in YAML or JSON whose digits a double does not keep, such as 9223372036854775807. Two that become
 * one double cannot be told apart from then on, and are left out.
 */
export function exactNumbers(texts: readonly string[]): Digits {
  const found = new Map<string, Set<string>>();
  for (const text of texts.filter(one => /\d{16}/.test(one))) {
    for (const written of numbersOf(text)) {
      const printed = String(Number(written));
      if (/^-?\d{16,}$/.test(written) && printed !== written && /^-?\d+$/.test(printed)) {
        found.set(printed, (found.get(printed) ?? new Set()).add(written));
      }
    }
  }
  return Object.fromEntries(
    [...found].flatMap(([printed, all]) => {
      const [only, ...others] = all;
      return only === undefined || others.length > 0 ? [] : [[printed, only]];
    }),
  );
}

function numbersOf(text: string): readonly string[] {
  const numbers: string[] = [];
  if (/^\s*\{/.test(text)) {
    visit(text, {
      onLiteralValue(value, offset, length) {
        if (typeof value === 'number') {
          numbers.push(text.slice(offset, offset + length));
        }
      },
    });
    if (numbers.length > 0) {
      return numbers;
    }
  }
  visitYaml(parseDocument(text), {
    Scalar(_, {value, source}) {
      if (typeof value === 'number' && source !== undefined) {
        numbers.push(source);
      }
    },
  });
  return numbers;
}
