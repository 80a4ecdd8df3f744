/** Short options and the long names that stand for the same. */
export const shortOptions: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'X request H header d data F form u user b cookie A user-agent e referer G get I head T upload-file',
  ),
  ...pairs('o output O remote-name m max-time x proxy w write-out c cookie-jar E cert r range D dump-header'),
  ...pairs('L location s silent S show-error v verbose k insecure i include f fail g globoff N no-buffer'),
  ...pairs('# progress-bar j junk-session-cookies J remote-header-name n netrc U proxy-user C continue-at'),
  ...pairs(
    'K config z time-cond y speed-time Y speed-limit P ftp-port t telnet-option Q quote h help a append',
  ),
  ...pairs(
    '0 http1.0 1 tlsv1 2 sslv2 3 sslv3 4 ipv4 6 ipv6 q disable R remote-time l list-only p proxytunnel',
  ),
  ...pairs('V version M manual B use-ascii Z parallel : next'),
]);

/** Options with a value that make the request. */
const requestOptions = words(
  'request header data data-ascii data-raw data-binary data-urlencode json form form-string user cookie user-agent',
  'referer url url-query upload-file oauth2-bearer output range request-target config time-cond continue-at',
);

/** Options with a value that change what the server gets, or which server gets it, and that no form can carry. */
const beyondForms = words(
  'aws-sigv4 cert key proxy proxy-user proxy-header preproxy resolve connect-to unix-socket abstract-unix-socket',
  'interface netrc-file etag-compare variable quote ftp-port telnet-option mail-from mail-rcpt haproxy-clientip',
  'proxy1.0 socks4 socks4a socks5 socks5-hostname tlsuser tlspassword',
);

/** Switches of the same kind. */
const switchesBeyondForms = words(
  'anyauth digest ntlm ntlm-wb negotiate netrc netrc-optional haproxy-protocol tr-encoding crlf append list-only use-ascii',
  'form-escape',
);

/** Options with a value that say how cURL works, and nothing of the request. */
const settings = words(
  'alt-svc cacert capath cert-type ciphers connect-timeout cookie-jar create-file-mode crlfile curves delegation',
  'dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-save',
  'expect100-timeout ftp-account ftp-alternative-to-user ftp-method ftp-ssl-ccc-mode happy-eyeballs-timeout-ms help',
  'hostpubmd5 hostpubsha256 hsts ip-tos ipfs-gateway keepalive-cnt keepalive-time key-type krb libcurl limit-rate',
  'local-port login-options mail-auth max-filesize max-redirs max-time noproxy output-dir parallel-max pass',
  'pinnedpubkey proto proto-default proto-redir proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers',
  'proxy-crlfile proxy-key proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers',
  'proxy-tlsauthtype proxy-tlspassword proxy-tlsuser pubkey random-file rate retry retry-delay retry-max-time',
  'sasl-authzid service-name socks5-gssapi-service speed-limit speed-time stderr tftp-blksize tls-max tls13-ciphers',
  'tlsauthtype trace trace-ascii trace-config vlan-priority write-out',
);

/** Options without a value that say how cURL works. `get` and `head` change the request. */
const switches = words(
  'get head location silent show-error verbose insecure include compressed fail fail-with-body fail-early no-buffer',
  'globoff path-as-is http0.9 http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only progress-bar ipv4 ipv6',
  'remote-name remote-name-all no-progress-meter tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 sslv2 sslv3 basic raw next',
  'location-trusted tcp-nodelay no-keepalive remote-time remote-header-name junk-session-cookies parallel disable',
  'parallel-immediate ssl-no-revoke ssl-revoke-best-effort no-alpn no-npn create-dirs post301 post302 post303 ssl',
  'retry-all-errors retry-connrefused ssl-reqd styled-output no-sessionid no-clobber ca-native cert-status xattr',
  'compressed-ssh disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure false-start',
  'ignore-content-length manual metalink proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-insecure',
  'proxy-negotiate proxy-ntlm proxy-tlsv1 proxytunnel remove-on-error sasl-ir socks5-basic socks5-gssapi',
  'ssl-allow-beast ssl-auto-client-cert suppress-connect-headers tcp-fastopen trace-ids trace-time version',
  'proxy-http2 proxy-ssl-allow-beast proxy-ssl-auto-client-cert skip-existing mptcp',
);

export interface OptionKind {
  /** The long name, in full. */
  readonly name: string;
  readonly takesValue: boolean;
  /** Whether it changes the request in a way that no form can carry. */
  readonly isBeyondForms: boolean;
}

/** What is known of a long option by its name, which may be shortened as long as one option alone starts so, and switched off by `no-`. */
export function optionKind(name: string): OptionKind | undefined {
  return kinds.get(name) ?? switchedOff(name) ?? onlyOne(name);
}

const kinds: ReadonlyMap<string, OptionKind> = new Map(
  [
    kindsOf(requestOptions, {takesValue: true, isBeyondForms: false}),
    kindsOf(settings, {takesValue: true, isBeyondForms: false}),
    kindsOf(beyondForms, {takesValue: true, isBeyondForms: true}),
    kindsOf(switches, {takesValue: false, isBeyondForms: false}),
    kindsOf(switchesBeyondForms, {takesValue: false, isBeyondForms: true}),
  ].flat(),
);

function kindsOf(names: readonly string[], rest: Omit<OptionKind, 'name'>): [string, OptionKind][] {
  return names.map(name => [name, {name, ...rest}]);
}

/** `--no-location` says the contrary of a switch; what is off by itself changes nothing. */
function switchedOff(name: string): OptionKind | undefined {
  const kind = name.startsWith('no-') ? kinds.get(name.slice(3)) : undefined;
  return kind && !kind.takesValue ? {name, takesValue: false, isBeyondForms: false} : undefined;
}

function onlyOne(start: string): OptionKind | undefined {
  const [kind, ...others] =
    start === '' ? [] : [...kinds.values()].filter(({name}) => name.startsWith(start));
  return others.length === 0 ? kind : undefined;
}

function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap(line => line.split(' '));
}

function pairs(line: string): [string, string][] {
  return [...line.matchAll(/(\S+) (\S+)/g)].map(([, short = '', long = '']) => [short, long]);
}
