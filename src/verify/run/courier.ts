import type {ResponseResult, Result} from '../../client/result';
import type {ApiRequest} from '../../request/apiRequest';
import {isAmong, type Step} from '../plan/step';
import {createPacedAsk, type Pacing} from './pace';
import {interrupted, Stopped} from './stop';

export interface CourierOptions extends Omit<Pacing, 'ask'> {
  /** Sends a request and returns its result, until the signal aborts. */
  readonly ask: (request: ApiRequest, signal: AbortSignal) => Promise<Result>;
  /** Aborts to end the run: what it created is then deleted, and nothing else is sent. */
  readonly signal: AbortSignal;
  /** Aborts to end the clean-up too. */
  readonly cleanUpSignal: AbortSignal;
}

/** How many requests in a row may get no response before the service counts as gone. */
const MOST_SILENT = 3;

/** Sends the requests of a run, and notices if the service is gone. */
export class Courier {
  readonly #send: ReturnType<typeof createPacedAsk>;
  #count = 0;
  #silent = 0;
  #signal: AbortSignal;

  constructor(private readonly options: CourierOptions) {
    this.#signal = options.signal;
    this.#send = createPacedAsk({...options, ask: request => this.#ask(request)});
  }

  get count(): number {
    return this.#count;
  }

  /** From now on, interrupting the run does not stop what is sent. */
  beginCleanUp(): void {
    this.#signal = this.options.cleanUpSignal;
  }

  /**
   * The response to a step's request, or why there was none. `onPutOff` is called with each response that asked to
   * retry later.
   * @throws Stopped if the run is interrupted, the rate limit is used up, or the service is gone.
   */
  async carry(
    {expects, change}: Pick<Step, 'expects' | 'change'>,
    request: ApiRequest,
    onPutOff: (result: ResponseResult) => void,
  ): Promise<ResponseResult | {readonly type: 'none'; readonly reason: string}> {
    const wanted = expects.filter(status => status !== 'default');
    const result = await this.#send(request, {
      isOwnKey: change.credential === undefined,
      isWanted: status => isAmong(status, wanted),
      onPutOff,
    });
    switch (result.type) {
      case 'response':
        this.#silent = 0;
        return result;
      case 'aborted':
        throw interrupted();
      case 'failure': {
        const reason = `${result.title} ${result.explanation}`;
        this.#silent += 1;
        if (this.#count === 1 || this.#silent === MOST_SILENT) {
          throw new Stopped(reason, result.nextStep);
        }
        return {type: 'none', reason};
      }
    }
  }

  async #ask(request: ApiRequest): Promise<Result> {
    if (this.#signal.aborted) {
      throw interrupted();
    }
    this.#count += 1;
    return this.options.ask(request, this.#signal);
  }
}
