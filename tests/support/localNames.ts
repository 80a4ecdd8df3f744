import dns from 'node:dns';
import {isIP} from 'node:net';

/*
 * Imported for its effect: no test looks up a name on a network, because that takes a different time on every network.
 * `localhost` is this machine (RFC 6761 §6.3), and other names fail to resolve at once. Browser tests follow the same
 * rule (`./chromium`).
 */

type Callback = (
  error: NodeJS.ErrnoException | null,
  address: string | dns.LookupAddress[],
  family?: number,
) => void;

/** The addresses of a name; none for a name of another machine. An address stands for itself. */
function addressesOf(name: string, family: number): dns.LookupAddress[] {
  const names = name === 'localhost' ? ['127.0.0.1', '::1'] : [name];
  return names
    .map(address => ({address, family: isIP(address)}))
    .filter(one => one.family !== 0 && (family === 0 || one.family === family));
}

function unknown(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: name,
  });
}

function familyOf({family = 0}: dns.LookupOptions): number {
  return family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : family;
}

/** Used by `fetch`, `node:http` and `listen`; options may be left out. */
function lookup(name: string, ...rest: [Callback] | [dns.LookupOptions, Callback]): void {
  const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
  const addresses = addressesOf(name, familyOf(options));
  const [first] = addresses;
  queueMicrotask(() => {
    if (!first) {
      callback(unknown(name), '');
    } else if (options.all) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
}

/** Used for the requests that Playwright makes in Node. */
async function lookupLater(
  name: string,
  options: dns.LookupOptions = {},
): Promise<dns.LookupAddress | dns.LookupAddress[]> {
  const addresses = addressesOf(name, familyOf(options));
  const [first] = addresses;
  if (!first) {
    throw unknown(name);
  }
  return options.all ? addresses : first;
}

Object.assign(dns, {lookup});
Object.assign(dns.promises, {lookup: lookupLater});
