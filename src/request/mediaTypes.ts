import {isJson, isMultipartForm, isUrlEncodedForm, mediaTypeEssence} from '../api/http/mediaType';

/** How a body of a media type is typed and sent. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'file';

/** The kind of body that a media type, with or without parameters, stands for. */
export function bodyKind(mediaType: string): BodyKind {
  if (isJson(mediaType)) {
    return 'json';
  }
  if (isUrlEncodedForm(mediaType)) {
    return 'form';
  }
  if (isMultipartForm(mediaType)) {
    return 'multipart';
  }
  const essence = mediaTypeEssence(mediaType);
  if (
    essence.startsWith('text/') ||
    /^application\/(.+\+)?(xml|yaml|x-ndjson|jsonl|graphql)$/.test(essence)
  ) {
    return 'text';
  }
  return 'file';
}
