import {credentialPlace} from '../api/http/credentialPlace';
import type {Operation, SecurityScheme} from '../api/operation';

/** The credentials that the mock accepts for an operation: what to send, for each of its alternatives. */
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

/** A mock credential as a request contains it, such as `X-Key: mock-key`. */
export function credentialInWords(scheme: SecurityScheme): string {
  const {type, mockCredential} = scheme;
  if (type === 'basic') {
    return `the user name and password ${mockCredential}`;
  }
  const {in: location, name, prefix} = credentialPlace(scheme);
  switch (location) {
    case 'header':
      return `${name}: ${prefix}${mockCredential}`;
    case 'query':
      return `?${name}=${mockCredential}`;
    case 'cookie':
      return `Cookie: ${name}=${mockCredential}`;
  }
}
