/** What React renders of a generated page: text, inline HTML, or an element with its props and children. */
export type FrameNode =
  | string
  | {readonly html: string}
  | readonly [name: string, props: Readonly<Record<string, unknown>>, ...children: FrameNode[]];

/** The frame of a generated page, with the headings that Docusaurus lists. */
export interface Frame {
  readonly frame: readonly FrameNode[];
  readonly toc: readonly {readonly value: string; readonly id: string; readonly level: number}[];
}
