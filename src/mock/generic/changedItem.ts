import {isJsonObject} from '../../api/json';
import {memberSchema} from '../../api/schema/childSchemas';
import {directedValue} from '../../api/schema/directedValue';
import {isLeftOut} from '../../api/schema/direction';
import {mergedSchema} from '../../api/schema/mergedSchema';
import type {Json, Operation} from '../../api/operation';
import type {HandlerContext} from '../handler';
import {mediaTypeEssence} from '../../api/http/mediaType';
import {isItem, propertySchema, type Item} from './items';
import {jsonPatched} from './jsonPatch';

/**
 * The part of an item that a request sets: neither `readOnly` fields nor `writeOnly` ones, which are never returned.
 */
export function givenItem({operation, body}: HandlerContext): Item {
  if (body.type === 'none') {
    return {};
  }
  const given = directedValue(operation, body.mediaType.schema ?? true, body.value, 'either');
  return isItem(given) ? given : {};
}

/**
 * An item after a request that changes parts of it, or replaces everything that clients may write; the reason if a JSON
 * Patch cannot be applied.
 */
export function changedItem(
  context: HandlerContext,
  type: 'replace' | 'change',
  item: Item,
): {readonly item: Item} | {readonly refusal: string} {
  const {operation, body, request} = context;
  const mediaType = mediaTypeEssence(request.headers.get('Content-Type') ?? '');
  if (mediaType === 'application/json-patch+json' && body.type === 'json') {
    const patched = jsonPatched(item, body.value);
    return 'refusal' in patched
      ? patched
      : {item: {...(isItem(patched.value) ? patched.value : {}), ...serverMembers(operation, body, item)}};
  }
  const given = givenItem(context);
  if (type === 'replace') {
    return {item: {...serverMembers(operation, body, item), ...given}};
  }
  const merged = mediaType === 'application/merge-patch+json' ? mergePatch(item, given) : {...item, ...given};
  return {item: isItem(merged) ? merged : item};
}

/** The fields of an item that only the server sets, and no request replaces. */
function serverMembers(operation: Operation, body: HandlerContext['body'], item: Item): Item {
  const sent = mergedSchema(operation, (body.type === 'none' ? undefined : body.mediaType.schema) ?? true);
  return Object.fromEntries(
    Object.entries(item).filter(([name]) =>
      [memberSchema(sent, name), propertySchema(operation, name)].some(schema =>
        isLeftOut(operation, schema, 'request'),
      ),
    ),
  );
}

/** A JSON Merge Patch (RFC 7396 §2): `null` removes a member. */
function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isJsonObject(patch)) {
    return patch;
  }
  const merged = new Map<string, Json>(Object.entries(isJsonObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      merged.delete(name);
    } else {
      merged.set(name, mergePatch(merged.get(name), value));
    }
  }
  return Object.fromEntries(merged);
}
