/** RFC 9110 §15 and the IANA registry of HTTP status codes, in a phrase each. */
const meanings: {readonly [status: number]: string} = {
  100: 'The server is ready for the body',
  101: 'The server switches to another protocol',
  102: 'The server is still working on the request',
  103: 'The server names resources to load early',
  200: 'The request succeeded',
  201: 'The resource was created',
  202: 'The request was accepted and is carried out later',
  203: 'The answer was changed on its way by a proxy',
  204: 'The request succeeded and there is nothing to return',
  205: 'The request succeeded; reset the form it came from',
  206: 'This is the part of the resource that was asked for',
  207: 'There are several statuses, one for each resource',
  208: 'The members were listed earlier in this answer',
  226: 'This is the difference from an earlier version',
  300: 'There are several versions to choose from',
  301: 'The resource has moved for good',
  302: 'The resource is at another URL for now',
  303: 'The answer is found at another URL',
  304: 'The resource has not changed since you last got it',
  305: 'The resource is reached through a proxy only',
  307: 'The resource is at another URL for now; repeat the request there',
  308: 'The resource has moved for good; repeat the request there',
  400: 'The server could not understand the request',
  401: 'The credentials are missing or not valid',
  402: 'A payment is required',
  403: 'The credentials do not allow this',
  404: 'There is no such resource',
  405: 'The resource does not support this method',
  406: 'The resource is not available in a format that you accept',
  407: 'A proxy on the way asks for credentials',
  408: 'The server waited too long for the request',
  409: 'The request conflicts with the current state of the resource',
  410: 'The resource is gone for good',
  411: 'The request must state its length',
  412: 'A condition in the request headers does not hold',
  413: 'The body is larger than the server accepts',
  414: 'The URL is longer than the server accepts',
  415: 'The server does not accept this media type',
  416: 'The range asked for lies outside the resource',
  417: 'The server cannot meet the Expect header',
  418: 'The server is a teapot',
  421: 'The request reached a server that does not answer for this host',
  422: 'The request is well formed, but its values are not valid',
  423: 'The resource is locked',
  424: 'An earlier request that this one depends on failed',
  425: 'The server will not act on a request that might be a replay',
  426: 'The server asks for another protocol',
  428: 'The request must state its condition, such as If-Match',
  429: 'Too many requests in a short time',
  431: 'The request headers are larger than the server accepts',
  451: 'The resource is withheld for legal reasons',
  500: 'The server met an unexpected error',
  501: 'The server does not know this method',
  502: 'A gateway got an invalid answer from the server behind it',
  503: 'The server is overloaded or down for maintenance',
  504: 'A gateway got no answer in time from the server behind it',
  505: 'The server does not support this version of HTTP',
  506: 'The server is misconfigured: content negotiation runs in a circle',
  507: 'The server has no room to store the result',
  508: 'The server met an endless loop',
  510: 'The request lacks an extension that the server asks for',
  511: 'The network asks you to sign in first',
};

/** What an HTTP status means in general, without a full stop; a status nobody registered is named by its class (RFC 9110 §15). */
export function statusMeaning(status: number): string {
  return meanings[status] ?? classMeaning(Math.floor(status / 100));
}

function classMeaning(statusClass: number): string {
  switch (statusClass) {
    case 1:
      return 'The request goes on';
    case 2:
      return 'The request succeeded';
    case 3:
      return 'The request needs another step at another URL';
    case 4:
      return 'The server says that the request is at fault';
    case 5:
      return 'The server failed to carry out the request';
    default:
      return 'The status is not one that HTTP defines';
  }
}
