import {isJsonList, isJsonObject, ownMember} from '../../api/json';
import {itemSchema, memberSchema} from '../../api/schema/childSchemas';
import {isLeftOut} from '../../api/schema/direction';
import {valueOf} from '../../api/schema/valueOf';
import {isNever, mergedSchema} from '../../api/schema/mergedSchema';
import {schemaFaults} from '../../api/schema/validateSchema';
import type {Json, Operation, Schema} from '../../api/operation';
import {english} from '../../words';

/**
 * A value that matches the schema of a response. Members of the same name may differ between requests and responses: an
 * issue is created with the names of its assignees, and returned with users. Invalid parts are taken from `like`, else
 * made from the schema; valid ones are kept.
 */
export function fittingValue(operation: Operation, schema: Schema, value: Json, like?: Json): Json {
  function fits(part: Schema, item: Json): boolean {
    // A value that cannot be validated stays as it is.
    return (schemaFaults(operation, part, item, english, 'response') ?? []).length === 0;
  }

  function fitting(part: Schema, item: Json, model: Json | undefined): Json {
    if (fits(part, item)) {
      return item;
    }
    const mended = mend(part, item, model);
    if (mended !== undefined && fits(part, mended)) {
      return mended;
    }
    return model !== undefined && fits(part, model)
      ? model
      : valueOf(operation, part, {direction: 'response', as: 'example'});
  }

  function mend(part: Schema, item: Json, model: Json | undefined): Json | undefined {
    const {oneOf, anyOf, ...rest} = mergedSchema(operation, part);
    const branches = oneOf ?? anyOf;
    if (branches) {
      const others = oneOf && anyOf ? {...rest, anyOf} : rest;
      return branches
        .map(branch => mend({allOf: [others, branch]}, item, model))
        .find(mended => mended !== undefined && fits(part, mended));
    }
    if (isJsonList(item)) {
      const models = isJsonList(model) ? model : [];
      return item
        .slice(0, rest.maxItems)
        .map((one, index) => fitting(itemSchema(rest, index), one, models[index] ?? models[0]));
    }
    if (!isJsonObject(item)) {
      return undefined;
    }
    const models = isJsonObject(model) ? model : {};
    const isShown = (name: string): boolean => {
      const member = memberSchema(rest, name);
      return !isNever(mergedSchema(operation, member)) && !isLeftOut(operation, member, 'response');
    };
    const lacking = (rest.required ?? []).filter(name => !Object.hasOwn(item, name));
    return Object.fromEntries([
      ...Object.entries(item)
        .filter(([name]) => isShown(name))
        .map(([name, one]) => [name, fitting(memberSchema(rest, name), one, ownMember(models, name))]),
      ...lacking
        .filter(isShown)
        .map(name => [
          name,
          ownMember(models, name) ??
            valueOf(operation, memberSchema(rest, name), {direction: 'response', as: 'example'}),
        ]),
    ]);
  }

  return fitting(schema, value, like);
}
