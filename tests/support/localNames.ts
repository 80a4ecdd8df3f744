import dns from 'node:dns';

/**
 * Names other than this machine's do not exist for tests, and that is said at once: how long a network takes to say so
 * differs from one to the next. The browser's tests hold to the same (`./chromium`).
 */
const LOCAL = new Set(['localhost', '127.0.0.1', '::1']);
const lookup = dns.lookup;

type Lookup = (
  name: string,
  options: dns.LookupOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    address: string | dns.LookupAddress[],
    family?: number,
  ) => void,
) => void;

const localLookup: Lookup = (name, options, callback) => {
  if (LOCAL.has(name)) {
    lookup(name, options, callback);
    return;
  }
  const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), {
    code: 'ENOTFOUND',
    syscall: 'getaddrinfo',
    hostname: name,
  });
  queueMicrotask(() => callback(error, '', 0));
};

// What `fetch` and `node:http` connect through. The promises of `node:dns` are another function, which they leave alone.
Object.assign(dns, {lookup: localLookup});
