import {escapedStep} from '../../api/http/pointer';
import type {Schema, SchemaObject} from '../../api/operation';
import type {JsonPath} from '../json/jsonText';

/** What a form shows of one value of a JSON text, made from the schema and the text. */
export interface FormField {
  readonly path: JsonPath;
  /** By which faults name the value, such as `body/items/0`. */
  readonly at: string;
  readonly name: string;
  readonly description?: string;
  /** Types and limits in a few words. */
  readonly rule: string;
  /** The limits alone, as sentences, for where no name and no type stand. */
  readonly limits: string;
  /** What is asked of keys, members and items together, as sentences; empty where nothing is. */
  readonly conditions: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** Whether `null` can be written in place of a value. */
  readonly nullable: boolean;
  /** What holds when the value is left out. */
  readonly placeholder?: string;
  /** The JSON text of the value as it is written; missing when it is left out. */
  readonly text?: string;
  /** All that holds for the value: parts merged, branches chosen. */
  readonly schema: SchemaObject;
  readonly kind: FieldKind;
}

/** Arrays and objects that are left out have neither items nor fields: a schema that recurs is built as far as it is written. */
export type FieldKind =
  | {readonly type: 'text'; readonly format?: string; readonly long: boolean}
  | {readonly type: 'number'; readonly integer: boolean; readonly negative: boolean}
  | {readonly type: 'enum'; readonly options: readonly FieldOption[]}
  /** `null` is written. */
  | {readonly type: 'null'}
  | {
      readonly type: 'object';
      readonly fields: readonly FormField[];
      /** Members that the schema does not name. */
      readonly entries: readonly FormField[];
      /** Whether entries of other names may be added. */
      readonly open: boolean;
    }
  | {
      readonly type: 'array';
      readonly items: readonly FormField[];
      /** Whether a further item may be added. */
      readonly open: boolean;
    }
  | {
      readonly type: 'choice';
      /** Whether the branches are nothing but types. */
      readonly ofTypes: boolean;
      /** By which {@link FormOptions.chosen} knows the choice. */
      readonly key: string;
      readonly branches: readonly ChoiceBranch[];
      /** The branch that is written; missing when the value is left out. */
      readonly chosen?: number;
      /** The same value by the chosen branch. */
      readonly field?: FormField;
    }
  /** What is written is of a type that the schema does not know. */
  | {readonly type: 'misfit'};

/** A value to pick: as JSON in a body, as it is typed in a parameter; with the name that the document gives it. */
export interface FieldOption {
  readonly text: string;
  readonly label?: string;
}

export interface ChoiceBranch {
  readonly label: string;
  /** All that holds for the value once this branch is chosen. */
  readonly schema: Schema;
}

/** The address of a value within another: a JSON Pointer without its first slash (RFC 6901 §3). */
export function addressWithin(at: string, step: string | number): string {
  return `${at}/${escapedStep(step)}`;
}

/** The fields right below a field. */
export function fieldsBelow({kind}: FormField): readonly FormField[] {
  switch (kind.type) {
    case 'object':
      return [...kind.fields, ...kind.entries];
    case 'array':
      return kind.items;
    case 'choice':
      return kind.field ? [kind.field] : [];
    case 'text':
    case 'number':
    case 'enum':
    case 'null':
    case 'misfit':
      return [];
  }
}
