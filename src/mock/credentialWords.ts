import type {Operation, SecurityScheme} from '../api/operation';

/** The credentials that the mock takes for an operation: what a request carries, for each of its alternatives. */
export function acceptedCredentials({
  security,
  securitySchemes,
}: Pick<Operation, 'security' | 'securitySchemes'>): string {
  const alternatives = security.map(alternative =>
    alternative
      .flatMap(({scheme: id}) => securitySchemes.find(scheme => scheme.id === id) ?? [])
      .map(credentialInWords)
      .join(' and '),
  );
  return [...new Set(alternatives.filter(words => words !== ''))].join(', or ');
}

/** A mock credential as a request carries it, such as `X-Key: mock-key`. */
export function credentialInWords(scheme: SecurityScheme): string {
  const {mockCredential} = scheme;
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return `Authorization: Bearer ${mockCredential}`;
    case 'basic':
      return `the user name and password ${mockCredential}`;
    case 'apiKey':
      switch (scheme.in) {
        case 'header':
          return `${scheme.name}: ${mockCredential}`;
        case 'query':
          return `?${scheme.name}=${mockCredential}`;
        case 'cookie':
          return `Cookie: ${scheme.name}=${mockCredential}`;
      }
  }
}
