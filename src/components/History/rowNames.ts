import {translate} from '@docusaurus/Translate';

import type {HistoryEntry, HistoryOutcome} from '../../client/history';
import {formatTime} from '../../words';
import {numbersOfAlike} from './numbersOfAlike';

/**
 * What screen readers call each request, newest first like the entries. Among requests of the same name, the oldest is
 * number 1.
 */
export function rowNames(entries: readonly HistoryEntry[]): readonly string[] {
  const names = entries.map(
    ({method, path, time, outcome}) =>
      `${method} ${path}, ${formatTime(new Date(time))}, ${outcomeWords(outcome)}`,
  );
  const numbers = numbersOfAlike(names);
  return names.map((name, index) => {
    const number = numbers[index];
    return number === undefined
      ? name
      : translate({id: 'history.numbered', message: '{name}, number {number}'}, {name, number});
  });
}

/** How a request ended, in a few words. */
export function outcomeWords(outcome: HistoryOutcome): string {
  switch (outcome.type) {
    case 'status':
      return `${outcome.status} · ${outcome.durationMs} ms`;
    case 'failure':
      return outcome.title;
    case 'aborted':
      return translate({id: 'history.aborted', message: 'Cancelled'});
  }
}
