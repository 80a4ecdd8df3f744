import {isJson, isMultipartForm, isText, isUrlEncodedForm, mediaTypeEssence} from '../api/http/mediaType';

/** How a body of a media type is edited and sent. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'file';

/** The kind of body for a media type, with or without parameters. */
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
  // An image is chosen from the disk, although an SVG is text.
  return isText(mediaType) && !mediaTypeEssence(mediaType).startsWith('image/') ? 'text' : 'file';
}
