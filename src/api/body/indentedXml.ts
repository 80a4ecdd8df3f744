import type {Element, Root} from 'xast';
import {fromXml} from 'xast-util-from-xml';
import {toXml} from 'xast-util-to-xml';

const STEP = '  ';

/** An element whose children stand on lines of their own; where text stands among them, it would become another one. */
export function indented(element: Element, depth = 0): Element {
  const children = element.children.filter(child => child.type !== 'text' || child.value.trim() !== '');
  const isMixed = children.some(child => child.type === 'text' || child.type === 'cdata');
  if (children.length === 0 || isMixed) {
    return element;
  }
  const line = `\n${STEP.repeat(depth)}`;
  return {
    ...element,
    children: [
      ...children.flatMap(child => [
        {type: 'text' as const, value: line + STEP},
        child.type === 'element' ? indented(child, depth + 1) : child,
      ]),
      {type: 'text', value: line},
    ],
  };
}

/** A text in XML with each element on a line of its own; as it stands where it is no XML, or holds text among elements. */
export function formatXml(text: string): string {
  let root: Root;
  try {
    root = fromXml(text);
  } catch {
    return text;
  }
  const children = root.children.filter(({type}) => type !== 'text');
  const laidOut: Root = {
    ...root,
    children: children.flatMap((child, index) => [
      ...(index === 0 ? [] : [{type: 'text' as const, value: '\n'}]),
      child.type === 'element' ? indented(child) : child,
    ]),
  };
  return toXml(laidOut, {closeEmptyElements: true, tightClose: true});
}
