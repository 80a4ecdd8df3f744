import {translate} from '@docusaurus/Translate';

/** What a well-known header says (RFC 9110 and those beside it), by its name in lower case. */
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
      return translate({id: 'header.contentEncoding', message: 'How the body was compressed on its way.'});
    case 'content-disposition':
      return translate({
        id: 'header.contentDisposition',
        message: 'Whether the body is meant to be saved, and under which name.',
      });
    case 'content-language':
      return translate({id: 'header.contentLanguage', message: 'The language that the body is written in.'});
    case 'etag':
      return translate({
        id: 'header.etag',
        message: 'Names this version. If-None-Match spares reading it again; If-Match guards a change.',
      });
    case 'last-modified':
      return translate({id: 'header.lastModified', message: 'When this was changed last.'});
    case 'location':
      return translate({id: 'header.location', message: 'Where the thing is that the answer speaks of.'});
    case 'cache-control':
      return translate({id: 'header.cacheControl', message: 'Whether and how long the answer may be kept.'});
    case 'expires':
      return translate({id: 'header.expires', message: 'Until when the answer may be kept.'});
    case 'age':
      return translate({id: 'header.age', message: 'For how many seconds a cache has kept the answer.'});
    case 'vary':
      return translate({
        id: 'header.vary',
        message: 'The headers of the request on which the answer depends, for caches.',
      });
    case 'www-authenticate':
      return translate({
        id: 'header.wwwAuthenticate',
        message: 'How to identify yourself: the scheme, and what was wrong with the credentials.',
      });
    case 'allow':
      return translate({id: 'header.allow', message: 'The methods that this address takes.'});
    case 'link':
      return translate({id: 'header.link', message: 'Related addresses, such as the next page.'});
    case 'date':
      return translate({id: 'header.date', message: 'When the answer was made.'});
    case 'server':
      return translate({id: 'header.server', message: 'The software that answered.'});
    case 'x-request-id':
    case 'request-id':
      return translate({
        id: 'header.requestId',
        message: 'Names this request in the logs of the server: quote it when you ask for help.',
      });
    case 'deprecation':
      return translate({id: 'header.deprecation', message: 'Since when this operation is deprecated.'});
    case 'sunset':
      return translate({id: 'header.sunset', message: 'When this operation stops answering.'});
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

/** A time to wait in the unit that reads best, rounded up: waiting too short is no use. */
export function waitInWords(seconds: number): string {
  if (seconds < 120) {
    return translate({id: 'wait.seconds', message: '{count}\u00a0s'}, {count: seconds});
  }
  if (seconds < 7200) {
    return translate({id: 'wait.minutes', message: '{count}\u00a0min'}, {count: Math.ceil(seconds / 60)});
  }
  return translate({id: 'wait.hours', message: '{count}\u00a0h'}, {count: Math.ceil(seconds / 3600)});
}
