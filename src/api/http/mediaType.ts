/** The media type of a `Content-Type` value without its parameters, in lower case (RFC 9110 §8.3.1). */
export function mediaTypeEssence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether bodies of a media type are one JSON text each: `application/json`, or a type whose name ends in `+json` (RFC 6839). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaTypeEssence(mediaType));
}

/** Whether bodies of a media type are streams of server-sent events (HTML §9.2). */
export function isEventStream(mediaType: string): boolean {
  return mediaTypeEssence(mediaType) === 'text/event-stream';
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

/**
 * Of what a document says by media type, that for a body of one (OpenAPI 3.1 §4.8.13): a name goes before a range, a range
 * before any.
 */
export function ofMediaType<Described extends {readonly type: string}>(
  content: readonly Described[],
  contentType: string,
): Described | undefined {
  const essence = mediaTypeEssence(contentType);
  const [type = ''] = essence.split('/');
  return [essence, `${type}/*`, '*/*']
    .map(wanted => content.find(described => mediaTypeEssence(described.type) === wanted))
    .find(found => found !== undefined);
}

/** A media type to send: a common one of a range, which names none, else the type itself. */
export function concreteMediaType(type: string): string {
  switch (mediaTypeEssence(type)) {
    case 'text/*':
      return 'text/plain';
    case 'image/*':
      return 'image/png';
    default:
      return type.includes('*') ? 'application/octet-stream' : type;
  }
}

/** Whether bodies of a media type are XML: `application/xml`, `text/xml`, or a type whose name ends in `+xml` (RFC 7303). */
export function isXml(mediaType: string): boolean {
  return /[/+]xml$/.test(mediaTypeEssence(mediaType));
}

/** Whether bodies of a media type are made of parts, each with headers of its own (RFC 2046 §5.1). */
export function isMultipart(mediaType: string): boolean {
  return mediaTypeEssence(mediaType).startsWith('multipart/');
}

/** Whether bodies of a media type are forms of several parts (RFC 7578). */
export function isMultipartForm(mediaType: string): boolean {
  return mediaTypeEssence(mediaType) === 'multipart/form-data';
}

/** Whether bodies of a media type are forms of one line of names and values. */
export function isUrlEncodedForm(mediaType: string): boolean {
  return mediaTypeEssence(mediaType) === 'application/x-www-form-urlencoded';
}

const texts =
  /^text\/|[/+](?:json|json-seq|jsonl|json-lines|x-ndjson|ndjson|xml|yaml|x-yaml|csv|graphql|javascript|ecmascript|x-www-form-urlencoded)$|\/http$/;

/** Whether bodies of a media type are text for people to read and write, JSON among them. */
export function isText(mediaType: string): boolean {
  return texts.test(mediaTypeEssence(mediaType));
}

/** The charset that a `Content-Type` value names, as it names it. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
}
