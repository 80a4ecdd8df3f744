/** What React renders of a page that was generated: text, HTML of a line, or an element with its props and what is in it. */
export type FrameNode =
  | string
  | {readonly html: string}
  | readonly [name: string, props: Readonly<Record<string, unknown>>, ...children: FrameNode[]];

/** The frame of such a page, with the headings that Docusaurus lists. */
export interface Frame {
  readonly frame: readonly FrameNode[];
  readonly toc: readonly {readonly value: string; readonly id: string; readonly level: number}[];
}
