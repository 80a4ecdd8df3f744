import {messages} from '../words';

/** Texts about requests without a response. */
export const say = messages('diagnosis', {
  timeout: 'The request timed out.',
  timeoutMeans: '{origin} did not respond within {time}. It may still carry out the request.',
  timeoutNext: 'Before you send it again, check with a GET request whether it was carried out.',
  redirect: 'The server responds with a redirect.',
  redirectMeans:
    '{origin} redirects to another URL, and a browser does not tell a page which. The redirect is not followed, so that your keys and what you typed go nowhere else.',
  redirectMeansTarget:
    '{origin} redirects to {target}. The redirect is not followed, so that your keys and what you typed go nowhere else.',
  redirectNext: 'Run the cURL sample with -i to see the Location header, then choose that server.',
  notSent: 'The request was not sent.',
  pageMock: 'The mock in this tab did not start.',
  pageMockMeans: 'Part of this site did not load, or the mock crashed. Nothing was sent to any server.',
  pageMockNext: 'Send again. If that does not help, reload the page; what you typed is kept.',
  offline: 'You are offline.',
  offlineMeans: 'Your browser has no network, so the request never reached {origin}.',
  offlineNext: 'Connect and send again, or choose Mock (this tab), which needs no network.',
  network: 'Your network is not working.',
  networkMeans: 'Neither {origin} nor this site responds, although your browser considers itself online.',
  networkNext: 'Check your connection, VPN and proxy, then send again. Mock (this tab) needs no network.',
  mixed: 'The browser blocks http from this page.',
  mixedMeans:
    'This page was loaded over https, so the browser does not let it reach {origin} over http. Nothing was sent.',
  mixedNext: 'Use https:// for this server if it supports it.',
  blocked: 'This address is blocked.',
  blockedMeans:
    '{origin} responds, but not at {pathname}. Either a browser extension blocks the address or the server closes the connection there; a browser does not tell a page which.',
  blockedNext: 'Send again in a private window, where extensions are off.',
  thisOrigin: 'the origin of this page',
  corsAnswer: 'The browser does not let this page read the response (CORS).',
  corsThisAnswer:
    '{origin} received the request. It lets this page read other responses, but not this one. Often this is an error response without the header, or a connection that broke.',
  corsAnyAnswer:
    '{origin} is up and received the request, but its response does not allow pages of other sites to read it.',
  corsAnswerNext: 'If the server is yours, add this to each of its responses, including errors:',
  cors: 'The server does not allow requests from this page (CORS).',
  corsRefused:
    '{origin} lets this page read its responses, but rejects the OPTIONS request that the browser sends first, or leaves the header out of this response.',
  corsMissing:
    '{origin} is up. Before a request like this one, the browser asks for permission with OPTIONS. That permission is missing, or the one to read the response.',
  corsNext:
    'If the server is yours, make it respond to OPTIONS with 204 and these lines, and send the first line with every response:',
  localMockRefuses:
    'The local mock at {origin} responds to pages of this machine and to those it was told to allow; {page} is not among them.',
  localMockRefusesNext: 'Start it with the option "--allow-origin {page}", then send again.',
  localMock: 'The local mock is not running.',
  localMockMeans: 'Nothing responds at {origin}.',
  localMockNext:
    'Download mock.mjs from this site and start it with "node mock.mjs", then send again. If your browser asks whether this page may access your local network, allow it.',
  noAnswer: 'No response from the server.',
  noAnswerHttps:
    'Nothing responds at {origin}: the server is not running, uses another port, or has a certificate that is not trusted.',
  noAnswerHttp: 'Nothing responds at {origin}: the server is not running or uses another port.',
  noAnswerNext:
    'Start the server and check the port, then send again. If your browser asks whether this page may access your local network, allow it.',
  http: 'The server speaks http, not https.',
  httpMeans: 'Nothing responds at {origin} over https, but {plain} does.',
  httpNext: 'Type {plain} as the server, or open {origin} in a new tab and trust its certificate.',
  unreachableMeans:
    '{origin} cannot be reached. The name may be wrong, the server may be down, its certificate may not be trusted, or an extension may block it; a browser does not tell a page which.',
  unreachableNext: "Open {origin} in a new tab to see the browser's own message, and check the host name.",
  silent: 'The server is silent.',
  silentHereMeans: '{origin} accepted the connection but has not responded for several seconds. It hangs.',
  silentHereNext: 'Check the server, restart it if necessary, then send again.',
  silentMeans:
    '{origin} has not responded for several seconds. It hangs, a firewall discards what is sent, or this network is slow to report that the name does not exist.',
  silentNext:
    'Check the host name, that the server is well, and that this network can reach it (VPN, firewall), then send again.',
  seconds: '{count} second|{count} seconds',
});
