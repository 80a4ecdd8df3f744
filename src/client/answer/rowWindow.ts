/** A list of rows of equal height, of which only the visible ones are rendered. */
export interface RowList {
  readonly count: number;
  /** The height of a row in pixels. */
  readonly rowHeight: number;
  /** The height of the visible part in pixels. */
  readonly viewport: number;
}

export interface RowWindow {
  /** The first row to render. */
  readonly first: number;
  /** The row after the last one to render. */
  readonly end: number;
  /** The position of the first row, in pixels from the top of the list. */
  readonly offset: number;
}

/** Browsers render no taller element exactly: beyond this, one pixel of scrolling is more than one pixel of rows. */
const TALLEST = 8_000_000;
/** Rows rendered beyond the edges, so that none is missing while scrolling. */
const SPARE = 8;

/** The height of all rows, for the element that scrolls. */
export function listHeight({count, rowHeight}: RowList): number {
  return Math.min(count * rowHeight, TALLEST);
}

/** The rows to render at a scroll position. */
export function rowWindow(list: RowList, scrollTop: number): RowWindow {
  const {count, rowHeight, viewport} = list;
  const top = Math.max(0, scrollTop) * scale(list);
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - SPARE);
  const end = Math.min(count, Math.ceil((top + viewport) / rowHeight) + SPARE);
  return {first, end, offset: scrollTop - (top - first * rowHeight)};
}

/** Where to scroll so that a row is visible, as little as possible. */
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

/** Pixels of rows per pixel of scrolling. */
function scale(list: RowList): number {
  const scrolled = listHeight(list) - list.viewport;
  return scrolled <= 0 ? 1 : Math.max(1, (list.count * list.rowHeight - list.viewport) / scrolled);
}
