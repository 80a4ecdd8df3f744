import {isObject} from '../../api/json';
import type {Diagnosis} from '../../client/diagnosis';

/** Why Node's `fetch` got no response, by the code of what made it fail. */
export function diagnoseInNode(error: unknown, url: string): Diagnosis {
  const {origin, hostname, protocol} = new URL(url);
  const {code, message} = causeOf(error);
  if (code === 'ECONNREFUSED') {
    return {
      cause: 'unreachable',
      title: `Nothing answers at ${origin}.`,
      explanation: 'The connection was refused: no server runs there, or it listens on another port.',
      nextStep: 'Start the server, or check --server.',
    };
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      cause: 'unreachable',
      title: `The name ${hostname} leads to no server.`,
      explanation: 'No address is known for it, or the name server does not answer.',
      nextStep: 'Check --server and your network.',
    };
  }
  if (protocol === 'https:' && /CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return {
      cause: 'tls',
      title: `The certificate of ${origin} is not trusted.`,
      explanation: `TLS says: ${message}.`,
      nextStep: 'For an authority of your own, name its certificate: NODE_EXTRA_CA_CERTS=authority.pem.',
    };
  }
  if (protocol === 'https:' && /SSL|EPROTO|TLS/.test(code)) {
    return {
      cause: 'tls',
      title: `${origin} does not speak TLS.`,
      explanation: 'The server takes plain HTTP, or another version of TLS.',
      nextStep: 'Write --server with http://, if that is meant; else mend the server.',
    };
  }
  return {
    cause: 'unreachable',
    title: `No response came from ${origin}.`,
    explanation: `The connection failed: ${message || code || 'no reason was given'}.`,
    nextStep: 'Look at the log of the server, and at what stands between.',
  };
}

/** The innermost cause says the most. */
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
