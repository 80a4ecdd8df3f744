/** A list of rows of one height, of which only those in sight are drawn. */
export interface RowList {
  readonly count: number;
  /** The height of a row in pixels. */
  readonly rowHeight: number;
  /** The height of the part in sight in pixels. */
  readonly viewport: number;
}

export interface RowWindow {
  /** The first row to draw. */
  readonly first: number;
  /** The row after the last to draw. */
  readonly end: number;
  /** Where the first row stands, in pixels from the top of all. */
  readonly offset: number;
}

/** No browser draws a taller element exactly: beyond this, one scrolled pixel is more than one row pixel. */
const TALLEST = 8_000_000;
/** Rows beyond the edges, so that none is missing while scrolling. */
const SPARE = 8;

/** The height of all rows, as the element that scrolls has it. */
export function listHeight({count, rowHeight}: RowList): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** The rows to draw at a place of the scroll bar. */
export function rowWindow(list: RowList, scrollTop: number): RowWindow {
  const {count, rowHeight, viewport} = list;
  const top = Math.max(0, scrollTop) * scale(list);
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - SPARE);
  const end = Math.min(count, Math.ceil((top + viewport) / rowHeight) + SPARE);
  return {first, end, offset: scrollTop - (top - first * rowHeight)};
}

/** Where to scroll so that a row is in sight: no further than it takes. */
export function scrollTopToShow(list: RowList, scrollTop: number, row: number): number {
  const factor = scale(list);
  const top = scrollTop * factor;
  const rowTop = row * list.rowHeight;
  if (rowTop < top) {
    return rowTop / factor;
  }
  const needed = rowTop + list.rowHeight - list.viewport;
  return needed > top ? needed / factor : scrollTop;
}

/** Pixels of rows to one scrolled pixel. */
function scale(list: RowList): number {
  const scrolled = listHeight(list) - list.viewport;
  return scrolled <= 0 ? 1 : Math.max(1, (list.count * list.rowHeight - list.viewport) / scrolled);
}
