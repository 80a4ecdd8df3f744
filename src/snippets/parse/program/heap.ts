import type {Cell, Held, Live, Ref} from './live';
import {doubtful, mergedHeld, mergedLive, type Doubt} from './merge';

/** Code that may be left from within: from there on, what it does to anything older may not be done. */
export interface Frame {
  readonly kind: 'function' | 'loop' | 'switch' | 'try';
  /** Cells up to this count are older. */
  readonly since: number;
  left?: Doubt;
  /** What it may have given when it was left. */
  given?: Live;
}

/** What a way of the program left in all that it changed. */
export interface Changes {
  readonly variables: ReadonlyMap<Cell<Live>, Live>;
  readonly objects: ReadonlyMap<Cell<Held>, Held>;
}

/** All that can change while a program is followed. Changes can be taken back, so that several ways are tried. */
export class Heap {
  readonly frames: Frame[] = [];
  readonly #variables = new Cells<Live>(mergedLive, this.frames);
  readonly #objects = new Cells<Held>(mergedHeld, this.frames);
  readonly #kin = new Map<Cell<Held>, Set<Cell<Held>>>();
  #count = 0;

  variable(content: Live): Cell<Live> {
    this.#count += 1;
    return {content, born: this.#count};
  }

  object(content: Held): Ref {
    this.#count += 1;
    return {at: content.at, type: 'ref', cell: {content, born: this.#count}};
  }

  assign(cell: Cell<Live>, value: Live): void {
    this.#variables.set(cell, value);
  }

  change(cell: Cell<Held>, held: Held): void {
    this.#objects.set(cell, held);
  }

  /** Other objects that may lie in the same memory, where this one may lie in memory with others at all. */
  kinOf(cell: Cell<Held>): readonly Cell<Held>[] | undefined {
    const all = this.#kin.get(cell);
    return all && [...all].filter(one => one !== cell);
  }

  joinKin(cell: Cell<Held>, other: Cell<Held> | undefined): void {
    const all = (other && this.#kin.get(other)) ?? new Set();
    this.#kin.set(cell, all.add(cell));
  }

  framed<Result>(kind: Frame['kind'], run: (frame: Frame) => Result): Result {
    const frame: Frame = {kind, since: this.#count};
    this.frames.push(frame);
    const result = run(frame);
    this.frames.pop();
    return result;
  }

  /** Follows one way and takes back what it changed. */
  tried<Result>(run: () => Result): {readonly result: Result; readonly changes: Changes} {
    this.#variables.open();
    this.#objects.open();
    const result = run();
    return {result, changes: {variables: this.#variables.takeBack(), objects: this.#objects.takeBack()}};
  }

  /** Makes the changes of the ways that may have been gone. */
  merge(ways: readonly Changes[], doubt: Doubt): void {
    this.#variables.merge(
      ways.map(({variables}) => variables),
      doubt,
    );
    this.#objects.merge(
      ways.map(({objects}) => objects),
      doubt,
    );
  }

  /** Leaves nothing known of what is changed. */
  spoil({variables, objects}: Changes, doubt: Doubt): void {
    for (const [cell, after] of variables) {
      this.assign(cell, doubtful(doubt, cell.content, after));
    }
    for (const [cell, after] of objects) {
      this.change(cell, doubtful(doubt, cell.content, after));
    }
  }
}

/** The changes to what is older than a frame. */
export function outside({variables, objects}: Changes, {since}: Frame): Changes {
  return {
    variables: new Map([...variables].filter(([{born}]) => born <= since)),
    objects: new Map([...objects].filter(([{born}]) => born <= since)),
  };
}

class Cells<Content extends Live | Held> {
  readonly #before: Map<Cell<Content>, Content>[] = [];
  readonly #merged: (one: Content, other: Content, doubt: Doubt) => Content;
  readonly #frames: readonly Frame[];

  constructor(merged: (one: Content, other: Content, doubt: Doubt) => Content, frames: readonly Frame[]) {
    this.#merged = merged;
    this.#frames = frames;
  }

  open(): void {
    this.#before.push(new Map());
  }

  takeBack(): ReadonlyMap<Cell<Content>, Content> {
    const before = this.#before.pop() ?? new Map<Cell<Content>, Content>();
    const after = new Map([...before.keys()].map(cell => [cell, cell.content]));
    for (const [cell, content] of before) {
      cell.content = content;
    }
    return after;
  }

  set(cell: Cell<Content>, content: Content): void {
    const before = this.#before.at(-1);
    if (before && !before.has(cell)) {
      before.set(cell, cell.content);
    }
    const frame = this.#frames.find(({left, since}) => left && cell.born <= since);
    cell.content = frame?.left ? this.#merged(content, cell.content, frame.left) : content;
  }

  merge(ways: readonly ReadonlyMap<Cell<Content>, Content>[], doubt: Doubt): void {
    for (const cell of new Set(ways.flatMap(way => [...way.keys()]))) {
      const [first = cell.content, ...others] = ways.map(way => way.get(cell) ?? cell.content);
      this.set(
        cell,
        others.reduce((one, other) => this.#merged(one, other, doubt), first),
      );
    }
  }
}
