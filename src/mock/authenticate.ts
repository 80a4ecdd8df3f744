import type {Operation, SecurityScheme} from '../api/operation';
import type {Answer} from './answer';
import {problem} from './problem';

/** Undefined when the request carries the mock's credentials for one of the operation's alternatives, else a 401. */
export function authenticate(operation: Operation, request: Request): Answer | undefined {
  const {security, securitySchemes} = operation;
  const allowed =
    security.length === 0 ||
    security.some(alternative =>
      alternative.every(({scheme: id}) => {
        const scheme = securitySchemes.find(candidate => candidate.id === id);
        return scheme !== undefined && given(scheme, request) === scheme.mockCredential;
      }),
    );
  if (allowed) {
    return undefined;
  }
  const [scheme] = securitySchemes;
  return problem(operation, 401, {
    headers: {'WWW-Authenticate': scheme?.type === 'basic' ? 'Basic realm="mock"' : 'Bearer realm="mock"'},
    ...(scheme && given(scheme, request) !== undefined
      ? {detail: `The mock does not know this key. The one that it accepts is ${scheme.mockCredential}.`}
      : {}),
  });
}

/** The credential that a request carries for a scheme. */
function given(scheme: SecurityScheme, request: Request): string | undefined {
  const authorization = request.headers.get('Authorization') ?? '';
  switch (scheme.type) {
    case 'bearer':
    case 'oauth2':
    case 'openIdConnect':
      return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    case 'basic':
      return decodeBasic(/^Basic +(\S+)$/i.exec(authorization)?.[1]);
    case 'apiKey':
      switch (scheme.in) {
        case 'header':
          return request.headers.get(scheme.name) ?? undefined;
        case 'query':
          return new URL(request.url).searchParams.get(scheme.name) ?? undefined;
        case 'cookie':
          return cookie(request.headers.get('Cookie') ?? '', scheme.name);
      }
  }
}

function decodeBasic(token: string | undefined): string | undefined {
  try {
    return token === undefined ? undefined : atob(token);
  } catch {
    return undefined;
  }
}

function cookie(header: string, name: string): string | undefined {
  return header
    .split(/; */)
    .map(pair => pair.split('='))
    .find(([key]) => key === name)?.[1];
}
