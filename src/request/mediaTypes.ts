/** How a body of a media type is typed and sent. */
export type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'file';

/** The kind of body that a media type, with or without parameters, stands for. */
export function bodyKind(mediaType: string): BodyKind {
  const essence = mediaTypeEssence(mediaType);
  if (essence === 'application/json' || essence.endsWith('+json')) {
    return 'json';
  }
  if (essence === 'application/x-www-form-urlencoded') {
    return 'form';
  }
  if (essence === 'multipart/form-data') {
    return 'multipart';
  }
  if (
    essence.startsWith('text/') ||
    /^application\/(.+\+)?(xml|yaml|x-ndjson|jsonl|graphql)$/.test(essence)
  ) {
    return 'text';
  }
  return 'file';
}

/** The media type without its parameters, in lower case (RFC 9110 §8.3.1). */
export function mediaTypeEssence(mediaType: string): string {
  return (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();
}
