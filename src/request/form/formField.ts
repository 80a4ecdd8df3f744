import {escapedStep} from '../../api/http/pointer';
import type {Operation, Schema, SchemaObject} from '../../api/operation';
import type {JsonNode, JsonPath} from '../json/jsonText';

/** What the schemas of a form refer to. */
export type Schemas = Pick<Operation, 'schemas' | 'digits'>;

/** Where a value is, and whether it must be there. */
export interface FieldPlace {
  readonly path: JsonPath;
  /** The address of the value, by which faults refer to it, such as `body/items/0`. */
  readonly at: string;
  readonly name: string;
  readonly required: boolean;
}

/** Makes the field of a value; `chain` are the branches that led to its schema, which may lead to each other. */
export type BuildField = (
  schema: Schema,
  node: JsonNode | undefined,
  place: FieldPlace,
  chain: readonly Schema[],
) => FormField;

/** What a form shows of one value of a JSON text, made from the schema and the text. */
export interface FormField extends FieldPlace {
  readonly description?: string;
  /** Types and limits, abbreviated. */
  readonly rule: string;
  /** The limits alone, as sentences, for places that show no name and type. */
  readonly limits: string;
  /** Rules for keys, members and items together, as sentences; empty if there are none. */
  readonly conditions: string;
  readonly deprecated: boolean;
  /** Whether `null` can be written in place of a value. */
  readonly nullable: boolean;
  /** What applies when the value is left out, such as its default. */
  readonly placeholder?: string;
  /** The JSON text of the value as written; missing if it is left out. */
  readonly text?: string;
  /** The schema that applies to the value: parts merged, branches chosen. */
  readonly schema: SchemaObject;
  readonly kind: FieldKind;
}

/** Arrays and objects that are left out have neither items nor fields, so that recursive schemas end. */
export type FieldKind =
  | {readonly type: 'text'; readonly format?: string; readonly long: boolean}
  | {readonly type: 'number'; readonly integer: boolean; readonly negative: boolean}
  | {readonly type: 'enum'; readonly options: readonly FieldOption[]}
  /** The value is `null`. */
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
      /** Whether further items may be added. */
      readonly open: boolean;
    }
  | {
      readonly type: 'choice';
      /** Whether the branches only differ in type. */
      readonly ofTypes: boolean;
      /** The key of the choice in {@link FormOptions.chosen}. */
      readonly key: string;
      readonly branches: readonly ChoiceBranch[];
      /** The branch that the value follows; missing if the value is left out. */
      readonly chosen?: number;
      /** The same value as a field of the chosen branch. */
      readonly field?: FormField;
    }
  /** The value has a type that the schema does not allow. */
  | {readonly type: 'misfit'};

/** A value to choose: as JSON in a body, as typed in a parameter; with the name that the document gives it. */
export interface FieldOption {
  readonly text: string;
  readonly label?: string;
}

export interface ChoiceBranch {
  readonly label: string;
  /** The schema that applies to the value once this branch is chosen. */
  readonly schema: Schema;
}

/** The address of a value within another: a JSON Pointer without its first slash (RFC 6901 §3). */
export function addressWithin(at: string, step: string | number): string {
  return `${at}/${escapedStep(step)}`;
}

/** The fields directly below a field. */
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
