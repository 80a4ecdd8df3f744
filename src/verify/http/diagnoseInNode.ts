import {isObject} from '../../api/json';
import type {Diagnosis} from '../../client/diagnosis';

/** Why Node's `fetch` got no response, by the error code of its cause. */
export function diagnoseInNode(error: unknown, url: string): Diagnosis {
  const {origin, hostname, protocol} = new URL(url);
  const {code, message} = causeOf(error);
  if (code === 'ECONNREFUSED') {
    return {
      cause: 'unreachable',
      title: `Nothing responds at ${origin}.`,
      explanation: 'The connection was refused: no server runs there, or it listens on another port.',
      nextStep: 'Start the server, or check --server.',
    };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      cause: 'unreachable',
      title: `The name ${hostname} does not resolve to a server.`,
      explanation: 'It has no address, or the name server does not respond.',
      nextStep: 'Check --server and your network.',
    };
  }
  if (protocol === 'https:' && /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return {
      cause: 'tls',
      title: `The certificate of ${origin} is not trusted.`,
      explanation: `TLS says: ${message}.`,
      nextStep: 'If you run your own certificate authority, set NODE_EXTRA_CA_CERTS=authority.pem.',
    };
  }
  if (protocol === 'https:' && /SSL|EPROTO|TLS/.test(code)) {
    return {
      cause: 'tls',
      title: `${origin} does not speak TLS.`,
      explanation: 'The server accepts only plain HTTP, or uses another version of TLS.',
      nextStep: 'Start --server with http:// if you meant that. Otherwise, fix the server.',
    };
  }
  return {
    cause: 'unreachable',
    title: `No response came from ${origin}.`,
    explanation: `The connection failed: ${message || code || 'no reason was given'}.`,
    nextStep: 'Check the log of the server, and any proxies in between.',
  };
}

/** The innermost cause is the most specific. */
function causeOf(error: unknown): {readonly code: string; readonly message: string} {
  let inner = error;
  for (let depth = 0; depth < 5 && isObject(inner) && isObject(inner['cause']); depth++) {
    inner = inner['cause'];
  }
  const code = isObject(inner) ? inner['code'] : undefined;
  return {
    code: typeof code === 'string' ? code : '',
    message: inner instanceof Error ? inner.message : '',
  };
}
