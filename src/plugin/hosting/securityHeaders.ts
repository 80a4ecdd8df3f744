import type {InlineHashes} from './inlineHashes';

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** What a page may never use, whatever runs in it. */
const refusedFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * The headers of security that each file of the site is served with.
 * @param pictures - Origins of others whose pictures pages may show.
 */
export function securityHeaders(hashes: InlineHashes, pictures: readonly string[]): HeaderList {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(hashes, pictures)],
    // Addresses of pages stay here; a server that looks at where a request comes from learns the site alone.
    ['Referrer-Policy', 'strict-origin'],
    ['Permissions-Policy', refusedFeatures.map(feature => `${feature}=()`).join(', ')],
    ['X-Content-Type-Options', 'nosniff'],
    // For browsers that do not know frame-ancestors.
    ['X-Frame-Options', 'DENY'],
  ];
}

function contentSecurityPolicy({scripts, styles}: InlineHashes, pictures: readonly string[]): string {
  const directives: readonly (readonly [name: string, ...sources: string[]])[] = [
    ['default-src', "'self'"],
    ['script-src', "'self'", ...scripts],
    // Hashes count for style attributes only beside 'unsafe-hashes' (CSP Level 3, §8.3).
    ['style-src', "'self'", "'unsafe-hashes'", ...styles],
    // Icons in style sheets, and pictures in responses.
    ['img-src', "'self'", 'data:', 'blob:', ...pictures],
    // Sounds and PDFs in responses.
    ['media-src', "'self'", 'blob:'],
    ['frame-src', "'self'", 'blob:'],
    // Try it sends to each server that the document or the reader names: no list of origins can hold them. What guards keys
    // is that no foreign script runs. A page served over https reaches http on this machine alone, by the browser's own rule.
    ['connect-src', "'self'", 'https:', 'http:'],
    ['object-src', "'none'"],
    ['base-uri', "'self'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
  ];
  return directives.map(directive => directive.join(' ')).join('; ');
}
