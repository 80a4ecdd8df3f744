/** The media type of a `Content-Type` value without its parameters, in lower case (RFC 9110 §8.3.1). */
export function mediaTypeEssence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether bodies of a media type are one JSON text each: `application/json`, or a type whose name ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaTypeEssence(mediaType));
}

/** Whether a media type lies in a range such as `application/json` or `text/*` (RFC 9110 §12.5.1). */
export function matchesRange(contentType: string, range: string): boolean {
  const [type = '', subtype = ''] = mediaTypeEssence(contentType).split('/');
  const [rangeType, rangeSubtype] = mediaTypeEssence(range).split('/');
  return (
    type !== '' &&
    (rangeType === '*' || rangeType === type) &&
    (rangeSubtype === '*' || rangeSubtype === subtype)
  );
}

/** Whether bodies of a media type are XML: `application/xml`, `text/xml`, or a type whose name ends in `+xml` (RFC 7303). */
export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(mediaTypeEssence(mediaType));
}

/** Whether bodies of a media type are forms of several parts (RFC 7578). */
export function isMultipartForm(mediaType: string): boolean {
  return mediaTypeEssence(mediaType) === 'multipart/form-data';
}

/** Whether bodies of a media type are forms of one line of names and values. */
export function isUrlEncodedForm(mediaType: string): boolean {
  return mediaTypeEssence(mediaType) === 'application/x-www-form-urlencoded';
}
