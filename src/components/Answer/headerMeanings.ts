import {translate} from '@docusaurus/Translate';

/** The meaning of a well-known header (RFC 9110 and related standards), by its name in lower case. */
export function headerMeaning(name: string, value: string, now: number): string | undefined {
  switch (name) {
    case 'retry-after':
      return retryAfter(value, now);
    case 'content-type':
      return translate({id: 'header.contentType', message: 'The media type of the body.'});
    case 'content-length':
      return translate({
        id: 'header.contentLength',
        message: 'The size of the body in bytes, as it was sent.',
      });
    case 'content-encoding':
      return translate({id: 'header.contentEncoding', message: 'How the body was compressed for transfer.'});
    case 'content-disposition':
      return translate({
        id: 'header.contentDisposition',
        message: 'Whether to save the body as a file, and under which name.',
      });
    case 'content-language':
      return translate({id: 'header.contentLanguage', message: 'The language of the body.'});
    case 'etag':
      return translate({
        id: 'header.etag',
        message:
          'Identifies this version. Send it in If-None-Match to read it only if it changes, or in If-Match to change only this version.',
      });
    case 'last-modified':
      return translate({id: 'header.lastModified', message: 'When the resource was last changed.'});
    case 'location':
      return translate({
        id: 'header.location',
        message: 'The address of the resource that the response is about.',
      });
    case 'cache-control':
      return translate({
        id: 'header.cacheControl',
        message: 'Whether and for how long the response can be cached.',
      });
    case 'expires':
      return translate({id: 'header.expires', message: 'How long the response can be cached.'});
    case 'age':
      return translate({id: 'header.age', message: 'How many seconds the response has been in a cache.'});
    case 'vary':
      return translate({
        id: 'header.vary',
        message: 'The request headers that the response depends on.',
      });
    case 'www-authenticate':
      return translate({
        id: 'header.wwwAuthenticate',
        message: 'How to identify yourself: the scheme, and what was wrong with the credentials.',
      });
    case 'allow':
      return translate({id: 'header.allow', message: 'The methods that this address supports.'});
    case 'link':
      return translate({id: 'header.link', message: 'Related addresses, such as the next page.'});
    case 'date':
      return translate({id: 'header.date', message: 'When the response was created.'});
    case 'server':
      return translate({id: 'header.server', message: 'The software that sent the response.'});
    case 'x-request-id':
    case 'request-id':
      return translate({
        id: 'header.requestId',
        message: 'Identifies this request in the logs of the server. Include it when you contact support.',
      });
    case 'deprecation':
      return translate({
        id: 'header.deprecation',
        message: 'The date from which this operation is deprecated.',
      });
    case 'sunset':
      return translate({id: 'header.sunset', message: 'The date from which this operation no longer works.'});
    default:
      return undefined;
  }
}

/** Seconds or a date (RFC 9110 §10.2.3), as a time to wait. */
function retryAfter(value: string, now: number): string | undefined {
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.round((Date.parse(value) - now) / 1000);
  return Number.isFinite(seconds)
    ? translate(
        {id: 'header.retryAfter', message: 'Wait {time} before you send the request again.'},
        {time: waitInWords(Math.max(0, seconds))},
      )
    : undefined;
}

/** A duration to wait in the most readable unit, rounded up: waiting too short is no use. */
export function waitInWords(seconds: number): string {
  if (seconds < 120) {
    return translate({id: 'wait.seconds', message: '{count}\u00a0s'}, {count: seconds});
  }
  if (seconds < 7200) {
    return translate({id: 'wait.minutes', message: '{count}\u00a0min'}, {count: Math.ceil(seconds / 60)});
  }
  return translate({id: 'wait.hours', message: '{count}\u00a0h'}, {count: Math.ceil(seconds / 3600)});
}
