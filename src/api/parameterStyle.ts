import type {ParameterStyle} from './operation';

const styles: readonly ParameterStyle[] = [
  'matrix',
  'label',
  'simple',
  'form',
  'spaceDelimited',
  'pipeDelimited',
  'tabDelimited',
  'deepObject',
];

/** The style that a document names; undefined when it names none. */
export function parameterStyle(value: unknown): ParameterStyle | undefined {
  return styles.find(style => style === value);
}
