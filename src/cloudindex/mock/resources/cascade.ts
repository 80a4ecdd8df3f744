import type {Tables} from '../tables';

/** A thread goes with all of its messages. */
export function deleteThreadRows({threads, messages}: Tables, id: string): void {
  messages.having(id).forEach(message => messages.remove(message.id));
  threads.remove(id);
}
