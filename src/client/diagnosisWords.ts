import {messages} from '../words';

/** What is said of a request without an answer. */
export const say = messages('diagnosis', {
  timeout: 'No answer in time.',
  timeoutMeans: '{origin} gave no answer within {time}. It may still carry out the request.',
  timeoutNext: 'Check with a GET request whether it did before you send it again.',
  redirect: 'The server answers with a redirect.',
  redirectMeans:
    '{origin} points to another URL, and a browser does not show a page which. It is not followed, so that your keys and what else you typed go nowhere else.',
  redirectMeansTarget:
    '{origin} points to {target}. It is not followed, so that your keys and what else you typed go nowhere else.',
  redirectNext: 'Run the cURL sample with -i to see the Location header, then pick that server.',
  notSent: 'The request was not sent.',
  pageMock: 'The mock in this tab did not start.',
  pageMockMeans:
    'A part of this site could not be loaded, or the mock broke down. Nothing was sent to any server.',
  pageMockNext: 'Send again. If it stays so, reload the page; what you typed is kept.',
  offline: 'You are offline.',
  offlineMeans: 'Your browser has no network, so the request never reached {origin}.',
  offlineNext: 'Connect and send again, or pick Mock (this tab), which needs no network.',
  network: 'Your network does not work.',
  networkMeans: 'Neither {origin} nor this site answers, though your browser believes that it is online.',
  networkNext: 'Check your connection, a VPN or a proxy, then send again. Mock (this tab) needs no network.',
  mixed: 'The browser blocks http from this page.',
  mixedMeans:
    'This page came over https, so the browser does not let it reach {origin} over http. Nothing was sent.',
  mixedNext: 'Use https:// for this server if it has it.',
  blocked: 'This address is blocked.',
  blockedMeans:
    '{origin} answers, but not at {pathname}: an extension of your browser blocks the address, or the server breaks the connection there. A browser does not tell a page which.',
  blockedNext: 'Send again in a private window, where extensions are off.',
  thisOrigin: 'the origin of this page',
  corsAnswer: 'The browser may not read the answer (CORS).',
  corsThisAnswer:
    '{origin} got the request. It lets this page read other answers, but not this one: often an error that comes without the header, or a connection that broke.',
  corsAnyAnswer:
    '{origin} is up and got the request, but its answer does not allow pages from elsewhere to read it.',
  corsAnswerNext: 'If the server is yours, add this to each of its answers, errors too:',
  cors: 'The server does not allow requests from this page (CORS).',
  corsRefused:
    '{origin} lets this page read its answers, but refuses what the browser asks before a request like this one, with OPTIONS, or leaves the header out of this answer.',
  corsMissing:
    '{origin} is up. Before a request like this one, the browser asks it with OPTIONS for permission, and the permission, or the one to read the answer, is missing.',
  corsNext:
    'If the server is yours, have it answer OPTIONS with 204 and these lines, and send the first on every answer:',
  localMockRefuses:
    'The local mock at {origin} answers pages of this machine, and those that it was told to; {page} is not among them.',
  localMockRefusesNext: 'Start it with "npm run mock -- --allow-origin {page}", then send again.',
  localMock: 'The local mock is not running.',
  localMockMeans: 'Nothing answers at {origin}.',
  localMockNext:
    'Start it with "npm run mock" in the folder of this site, then send again. If your browser asks whether this page may reach your local network, allow it.',
  noAnswer: 'No answer from the server.',
  noAnswerHttps:
    'Nothing answers at {origin}: the server is not running, uses another port, or its certificate is not trusted.',
  noAnswerHttp: 'Nothing answers at {origin}: the server is not running or uses another port.',
  noAnswerNext:
    'Start the server and check the port, then send again. If your browser asks whether this page may reach your local network, allow it.',
  http: 'The server speaks http, not https.',
  httpMeans: 'Nothing answers securely at {origin}, but {plain} answers.',
  httpNext: 'Type {plain} as the server, or trust its certificate by opening {origin} in a new tab.',
  unreachableMeans:
    '{origin} cannot be reached. The name may be wrong, the server may be down, its certificate may not be trusted, or an extension may block it; a browser does not tell a page which.',
  unreachableNext: "Open {origin} in a new tab to see the browser's own message, and check the host name.",
  silent: 'The server says nothing.',
  silentHereMeans: '{origin} was asked and gave no answer for some seconds: it hangs.',
  silentHereNext: 'Look at the server, start it again if need be, then send again.',
  silentMeans:
    '{origin} was asked and gave no answer for some seconds: it hangs, a firewall on the way swallows what is sent, or this network is slow to say that there is no such name.',
  silentNext:
    'Check the host name, that the server is well, and that this network may reach it (VPN, firewall), then send again.',
  seconds: '{count} second|{count} seconds',
});
