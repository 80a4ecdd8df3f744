import {isJson, isMultipartForm, isText, isUrlEncodedForm, mediaTypeEssence} from '../api/http/mediaType';

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
  // A picture is picked from the disk, although an SVG is a text.
  return isText(mediaType) && !mediaTypeEssence(mediaType).startsWith('image/') ? 'text' : 'file';
}
