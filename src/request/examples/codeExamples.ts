/** One hand-written or generated sample: the label of its tab, and code that is shown and copied byte for byte. */
export interface CodeExample {
  /** A Prism language, such as `bash`. */
  readonly language: string;
  /** The text of the tab, which identifies it. */
  readonly label: string;
  readonly code: string;
}

const fields = ['language', 'label', 'code'] as const;

/**
 * What is wrong with the `examples` of `<ApiCodeTabs>`, as sentences that name the place, the value and what is
 * allowed. Empty if the value is a list of one or more {@link CodeExample}s with distinct labels.
 */
export function checkCodeExamples(value: unknown): string[] {
  if (!Array.isArray(value)) {
    return [`\`examples\` is ${show(value)}; give a list of {language, label, code} objects.`];
  }
  if (value.length === 0) {
    return ['`examples` is empty; give at least one {language, label, code} object.'];
  }
  const list: readonly unknown[] = value;
  return [...list.flatMap(checkExample), ...repeatedLabels(list)];
}

function checkExample(example: unknown, index: number): string[] {
  const at = `\`examples[${index}]\``;
  if (!isObject(example)) {
    return [`${at} is ${show(example)}; give an object with language, label and code.`];
  }
  const missing = fields.flatMap(field => {
    const text = example[field];
    return typeof text === 'string' && text !== ''
      ? []
      : [`\`examples[${index}].${field}\` is ${show(text)}; give a text that is not empty.`];
  });
  const unknown = Object.keys(example)
    .filter(key => !fields.some(field => field === key))
    .map(key => `${at} has the unknown key "${key}"; the allowed keys are language, label and code.`);
  return [...missing, ...unknown];
}

function repeatedLabels(examples: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return examples.flatMap((example, index) => {
    const label = isObject(example) ? example['label'] : undefined;
    if (typeof label !== 'string' || label === '') {
      return [];
    }
    const first = seen.get(label);
    if (first === undefined) {
      seen.set(label, index);
      return [];
    }
    return [
      `\`examples[${index}].label\` is "${label}", as in \`examples[${first}]\`; give each tab a label of its own.`,
    ];
  });
}

/** An invalid value in a form that its author recognises, short enough for an error message. */
function show(value: unknown): string {
  if (value === undefined) {
    return 'missing';
  }
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
import {isObject} from '../../api/json';
