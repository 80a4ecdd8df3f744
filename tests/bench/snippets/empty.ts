/** Stands in for modules of Node that have no counterpart in a browser. */
export {};
