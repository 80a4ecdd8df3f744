import {chosenBody, type RequestValues} from '../../../request/values';

/**
 * The name of a fault's address as the form shows it: without the kind of place, a header by its name, and a part of
 * the body by its name, with its number if several parts share it. An unnamed member has a placeholder.
 */
export function nameOfPlace(at: string, values: RequestValues): string {
  return (
    nameOfPart(at, values) ??
    nameOfHeader(at, values) ??
    at.replace(/^(parameters|body|headers|credentials)\//, '').replace(/(^|\/)$/, '$1""')
  );
}

function nameOfHeader(at: string, {headers}: RequestValues): string | undefined {
  const header = headers[Number(/^headers\/(\d+)(?:\/|$)/.exec(at)?.[1])];
  return header && (header.name || '""');
}

function nameOfPart(at: string, values: RequestValues): string | undefined {
  const index = Number(/^body\/parts\/(\d+)$/.exec(at)?.[1]);
  const body = chosenBody(values);
  const fields = body?.type === 'fields' ? body.fields : [];
  const part = fields[index];
  if (!part) {
    return undefined;
  }
  const name = part.name || '""';
  const alike = fields.flatMap((field, place) => (field.name === part.name ? [place] : []));
  return alike.length > 1 ? `${name} ${alike.indexOf(index) + 1}` : name;
}
