/** The type and subtype of a `Content-Type` value, in lower case. */
export function essence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether bodies of a media type are one JSON text each: `application/json`, or a type whose name ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

/** Whether a media type lies in a range such as `application/json` or `text/*` (RFC 9110 §12.5.1). */
export function matchesRange(contentType: string, range: string): boolean {
  const [type = '', subtype = ''] = essence(contentType).split('/');
  const [rangeType, rangeSubtype] = essence(range).split('/');
  return (
    type !== '' &&
    (rangeType === '*' || rangeType === type) &&
    (rangeSubtype === '*' || rangeSubtype === subtype)
  );
}
