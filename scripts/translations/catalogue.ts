import {readdirSync, readFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import ts from 'typescript';

/** An interface text in English, and where it is used. */
export interface CatalogueEntry {
  readonly message: string;
  /** Files relative to the folder that was read, each with a line number. */
  readonly places: readonly string[];
}

export interface Catalogue {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  /** Calls that cannot be extracted, one sentence each. */
  readonly problems: readonly string[];
}

interface Found {
  readonly id: string;
  readonly message: string;
  readonly node: ts.Node;
}

/**
 * Extracts the texts of `translate`, `plural`, `<Translate>` and the tables of `messages` from all TypeScript below a
 * folder. Docusaurus' own extraction only sees what is imported from it.
 */
export function readCatalogue(folder: string): Catalogue {
  const entries = new Map<string, CatalogueEntry>();
  const problems: string[] = [];
  for (const file of sourceFiles(folder)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const placeOf = (node: ts.Node): string =>
      `${relative(folder, file)}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    visit(source, node => {
      const found = textsOf(node);
      if (found === 'unreadable') {
        problems.push(`${placeOf(node)}: the id and the text of a message must be written out.`);
        return;
      }
      for (const {id, message, node: at} of found) {
        const known = entries.get(id);
        if (known && known.message !== message) {
          problems.push(`${placeOf(at)}: "${id}" says something else at ${known.places.join(', ')}.`);
        }
        entries.set(id, {
          message: known?.message ?? message,
          places: [...(known?.places ?? []), placeOf(at)],
        });
      }
    });
  }
  return {entries, problems};
}

/** The placeholders of a text, sorted. */
export function placeholders(message: string): readonly string[] {
  return [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].toSorted();
}

/** All TypeScript below a folder. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .toSorted();
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, child => visit(child, look));
}

function textsOf(node: ts.Node): readonly Found[] | 'unreadable' {
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
    switch (node.expression.text) {
      case 'translate':
      case 'plural':
        return messageOf(node);
      case 'messages':
        return tableOf(node);
    }
  }
  if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Translate') {
    return elementOf(node);
  }
  return [];
}

/** `translate({id: '…', message: '…'})`. */
function messageOf(call: ts.CallExpression): readonly Found[] | 'unreadable' {
  const [argument] = call.arguments;
  if (!argument || !ts.isObjectLiteralExpression(argument)) {
    // The module for words itself passes on messages that it gets.
    return argument && /\bwords\/index\.ts$/.test(call.getSourceFile().fileName) ? [] : 'unreadable';
  }
  const values = new Map(argument.properties.map(property => [property.name?.getText(), property] as const));
  const [id, message] = [literal(values.get('id')), literal(values.get('message'))];
  return id === undefined || message === undefined ? 'unreadable' : [{id, message, node: call}];
}

/** `messages('group', {key: '…'})`. */
function tableOf(call: ts.CallExpression): readonly Found[] | 'unreadable' {
  const [group, table] = call.arguments;
  if (!group || !ts.isStringLiteral(group) || !table || !ts.isObjectLiteralExpression(table)) {
    return 'unreadable';
  }
  const found = table.properties.map((property): Found | undefined => {
    const message = literal(property);
    const key = property.name && 'text' in property.name ? property.name.text : undefined;
    return key === undefined || message === undefined
      ? undefined
      : {id: `${group.text}.${key}`, message, node: property};
  });
  const whole = found.filter(one => one !== undefined);
  return whole.length === found.length ? whole : 'unreadable';
}

/** `<Translate id="…">…</Translate>`, with its text as JSX joins lines. */
function elementOf({openingElement, children}: ts.JsxElement): readonly Found[] | 'unreadable' {
  const id = openingElement.attributes.properties
    .filter(ts.isJsxAttribute)
    .find(attribute => attribute.name.getText() === 'id')?.initializer;
  const texts = children.map(child => {
    if (ts.isJsxText(child)) {
      return child.text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line !== '')
        .join(' ');
    }
    return ts.isJsxExpression(child) && child.expression && ts.isStringLiteralLike(child.expression)
      ? child.expression.text
      : undefined;
  });
  const message = texts.filter(text => text !== undefined).join('');
  return id && ts.isStringLiteral(id) && message !== '' && !texts.includes(undefined)
    ? [{id: id.text, message, node: openingElement}]
    : 'unreadable';
}

function literal(property: ts.ObjectLiteralElementLike | undefined): string | undefined {
  return property && ts.isPropertyAssignment(property) && ts.isStringLiteralLike(property.initializer)
    ? property.initializer.text
    : undefined;
}
