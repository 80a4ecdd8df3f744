import {isLeftOut} from '../../api/schema/direction';
import {ownMember} from '../../api/json';
import {isFile, mergedSchema} from '../../api/schema/mergedSchema';
import type {MediaType, Operation} from '../../api/operation';
import {initialValues} from './initialValues';
import type {BodyValues, FieldValue, RequestValues} from '../values';

const file = {id: 'sample', name: 'file'};

/**
 * The initial values of the form, completed: a file that the reader would have to choose becomes a file of this name.
 */
export function sampleValues(operation: Operation, example?: string): RequestValues {
  const values = initialValues(operation, example);
  const content = operation.requestBody?.content ?? [];
  return {
    ...values,
    bodies: Object.fromEntries(
      Object.entries(values.bodies).map(([type, body]) => [
        type,
        withFiles(
          operation,
          content.find(media => media.type === type),
          body,
        ),
      ]),
    ),
  };
}

function withFiles(operation: Operation, media: MediaType | undefined, body: BodyValues): BodyValues {
  switch (body.type) {
    case 'text':
      return body;
    case 'file':
      return body.file ? body : {type: 'file', file};
    case 'fields':
      return media && media.examples.length === 0
        ? {type: 'fields', fields: [...body.fields, ...neededFiles(operation, media)]}
        : body;
  }
}

function neededFiles(operation: Operation, {schema = true}: MediaType): FieldValue[] {
  const {properties = {}, required = []} = mergedSchema(operation, schema);
  return required.flatMap(name => {
    const property = mergedSchema(operation, ownMember(properties, name) ?? true);
    const isSent = !isLeftOut(operation, property, 'request');
    return isSent && isFile(mergedSchema(operation, property.items ?? property)) ? [{name, file}] : [];
  });
}
