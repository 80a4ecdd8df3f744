import {generateMatch} from '../../../../src/api/schema/generateMatch';
import {memberName} from '../../../../src/api/schema/memberNames';
import {schemaMap} from '../../../../src/api/schema/mergedSchema';
import {fieldsBelow, type FormField} from '../../../../src/request/form/formField';
import {formField} from '../../../../src/request/form/formFields';
import {withJsonAt} from '../../../../src/request/json/jsonEdits';
import {entryStart, itemStart, startOf, switchedTo} from '../../../../src/request/form/offers';
import type {GivenSchema} from './documentSchemas';

/** Schemas that recur are followed so deep. */
const DEEPEST = 8;

/** Every field that a reader gets to see who adds all that the form of a request offers, and chooses every variant. */
export function everyFieldOffered({operation, schema}: GivenSchema): readonly FormField[] {
  const seen = new Set<string>();
  const root = formField(operation, schema, undefined, {base: 'body', name: 'Body'});
  return offered(root, 0);

  function offered(field: FormField, depth: number): readonly FormField[] {
    const key = JSON.stringify(field.schema);
    if (depth > DEEPEST || seen.has(key)) {
      return [field];
    }
    seen.add(key);
    const started = shown(field, startOf(operation, field));
    return [field, ...added(started).flatMap(one => [one, ...inside(one, depth)])];
  }

  function inside(field: FormField, depth: number): readonly FormField[] {
    return fieldsBelow(field).flatMap(one => offered(one, depth + 1));
  }

  /** The field with another text. */
  function shown(field: FormField, text: string, chosen?: ReadonlyMap<string, number>): FormField {
    const {schema: own, at, name, required} = field;
    return formField(operation, own, text, {base: at, name, required, ...(chosen && {chosen})});
  }

  /** The field after each of the things that a reader may do to it. */
  function added(field: FormField): readonly FormField[] {
    const {kind, text = 'null', schema: own} = field;
    switch (kind.type) {
      case 'choice':
        return kind.branches.map((_, index) =>
          shown(field, switchedTo(operation, field, index), new Map([[kind.key, index]])),
        );
      case 'array': {
        let longer = field;
        for (let count = 0; count <= (own.prefixItems?.length ?? 0); count++) {
          longer = withItem(longer);
        }
        return [longer];
      }
      case 'object': {
        const known = new Set(Object.keys(own.properties ?? {}));
        const names = [
          ...[...schemaMap(own['patternProperties']).keys()].map(pattern => generateMatch(pattern, () => 0)),
          memberName(operation, own, known),
          'anotherName',
        ].filter(name => name !== undefined && !known.has(name));
        const longer = names.reduce<string>(
          (all, name) =>
            name === undefined ? all : withJsonAt(all, [name], entryStart(operation, field, name)),
          text,
        );
        return [shown(field, longer)];
      }
      case 'text':
      case 'number':
      case 'enum':
      case 'null':
      case 'misfit':
        return [field];
    }
  }

  function withItem(field: FormField): FormField {
    const {kind, text = '[]'} = field;
    return kind.type === 'array'
      ? shown(field, withJsonAt(text, [kind.items.length], itemStart(operation, field)))
      : field;
  }
}

/** All that these fields say. */
export function wordsOfForm(fields: readonly FormField[]): string {
  return fields
    .flatMap(({name, rule, limits, conditions, description, placeholder, kind}) => [
      name,
      rule,
      limits,
      conditions,
      description,
      placeholder,
      ...(kind.type === 'enum' ? kind.options.flatMap(({text, label}) => [text, label]) : []),
      ...(kind.type === 'choice' ? kind.branches.map(({label}) => label) : []),
    ])
    .filter(words => words !== undefined)
    .join(' ');
}
