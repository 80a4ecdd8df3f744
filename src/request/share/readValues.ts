import {isObject} from '../../api/json';
import type {FileReference, HeaderField} from '../apiRequest';
import type {BodyValues, FieldValue, RequestValues} from '../values';

/**
 * Values from storage, a link or another script: copied member by member, so that nothing else gets in with them.
 * Undefined for values of another shape.
 */
export function readValues(value: unknown): RequestValues | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const parameters = readTexts(value['parameters']);
  const headers = readFields(value['headers']);
  const query = value['query'] === undefined ? [] : readFields(value['query']);
  const bodies = readBodies(value['bodies']);
  const {mediaType} = value;
  if (!parameters || !headers || !query || !bodies || !isOptionalText(mediaType)) {
    return undefined;
  }
  return {
    parameters,
    ...(query.length === 0 ? {} : {query}),
    headers,
    ...(mediaType === undefined ? {} : {mediaType}),
    bodies,
  };
}

function readTexts(value: unknown): RequestValues['parameters'] | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const entries = Object.entries(value).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

function readFields(value: unknown): readonly HeaderField[] | undefined {
  return readList(value, item =>
    isObject(item) && typeof item['name'] === 'string' && typeof item['value'] === 'string'
      ? {name: item['name'], value: item['value']}
      : undefined,
  );
}

function readBodies(value: unknown): RequestValues['bodies'] | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  const entries = Object.entries(value).flatMap(([type, body]) => {
    const read = readBody(body);
    return read ? [[type, read] as const] : [];
  });
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}

function readBody(value: unknown): BodyValues | undefined {
  if (!isObject(value)) {
    return undefined;
  }
  switch (value['type']) {
    case 'text':
      return typeof value['text'] === 'string' ? {type: 'text', text: value['text']} : undefined;
    case 'fields': {
      const fields = readList(value['fields'], readField);
      return fields && {type: 'fields', fields};
    }
    case 'file': {
      const file = readFile(value['file']);
      return value['file'] === undefined ? {type: 'file'} : file && {type: 'file', file};
    }
    default:
      return undefined;
  }
}

function readField(value: unknown): FieldValue | undefined {
  if (!isObject(value) || typeof value['name'] !== 'string' || !isOptionalText(value['mediaType'])) {
    return undefined;
  }
  const {name, mediaType} = value;
  const type = mediaType === undefined ? {} : {mediaType};
  const file = readFile(value['file']);
  if (file) {
    return {name, file, ...type};
  }
  return typeof value['value'] === 'string' ? {name, value: value['value'], ...type} : undefined;
}

function readFile(value: unknown): FileReference | undefined {
  if (!isObject(value) || typeof value['id'] !== 'string' || typeof value['name'] !== 'string') {
    return undefined;
  }
  const path = value['path'];
  return {id: value['id'], name: value['name'], ...(typeof path === 'string' ? {path} : {})};
}

function readList<Item>(
  value: unknown,
  read: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const list: readonly unknown[] = value;
  const items = list.flatMap(item => read(item) ?? []);
  return items.length === list.length ? items : undefined;
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
