import {member} from '../../../api/json';
import type {Answer} from '../../../mock/answer';
import {jsonBody, type HandlerContext, type Handlers, timestamp} from '../../../mock/handler';
import {pageAnswer} from '../../../mock/cursor';
import {eventStream, type ServerSentEvent} from '../../../mock/eventStream';
import {composeAnswer, piecesOf, type ComposedAnswer} from '../search/composeAnswer';
import type {PassageSearch} from '../search/searchIndex';
import {isMessage, type Message, type Tables} from '../tables';
import {fieldText, textList} from './fields';
import {readyDocuments} from './search';
import {findThread, threadNotFound} from './threads';

/** Between two pieces of a streamed answer, in milliseconds: as fast as people read. */
const PIECE_MS = 40;
const DEFAULT_CITATIONS = 3;

export interface MessageTools {
  readonly tables: Tables;
  readonly search: PassageSearch;
  readonly newId: (prefix: string) => string;
  readonly clock: () => number;
  /** Waits between the pieces of a stream. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Keeps what changed since the handler returned. */
  readonly commit: () => Promise<void>;
}

/** The rules of messages, by operation id. */
export function messageHandlers({tables, search, newId, clock, wait, commit}: MessageTools): Handlers {
  const {messages, threads, documents} = tables;

  function listMessages(context: HandlerContext): Answer {
    const thread = findThread(tables, context);
    return thread
      ? pageAnswer(context, messages, {
          order: 'oldest',
          fits: message => message.thread_id === thread.id,
          toJson: message => message,
        })
      : threadNotFound(context);
  }

  async function createMessage(context: HandlerContext): Promise<Answer> {
    const composed = await compose(context);
    const thread = findThread(tables, context);
    if (!thread) {
      return threadNotFound(context);
    }
    add(question(thread.id, context), context.nowMs);
    const answer = answerMessage(thread.id, composed, context.nowMs);
    add(answer, context.nowMs);
    return {status: 201, json: answer};
  }

  /**
   * The question is stored at once, the answer when its stream ends or is stopped. A repeated request streams the same answer
   * again, under the same id, and asks no second question.
   */
  async function streamMessage(context: HandlerContext): Promise<Answer> {
    const composed = await compose(context);
    const thread = findThread(tables, context);
    if (!thread) {
      return threadNotFound(context);
    }
    const {repeated} = context;
    const earlier = isMessage(repeated) ? repeated : undefined;
    if (!earlier) {
      add(question(thread.id, context), context.nowMs);
    }
    const answer = earlier ?? answerMessage(thread.id, composed, context.nowMs);
    let written = '';

    async function finish(message: Message): Promise<void> {
      // The thread may be deleted while its answer is under way.
      if (threads.get(thread?.id ?? '')) {
        add(message, clock());
        await commit();
      }
    }

    async function* events(signal: AbortSignal): AsyncGenerator<ServerSentEvent> {
      yield {event: 'message.started', data: {id: answer.id, thread_id: answer.thread_id}};
      for (const piece of piecesOf(answer.content)) {
        await wait(PIECE_MS, signal);
        written += piece;
        yield {event: 'message.delta', data: {text: piece}};
      }
      for (const citation of answer.citations) {
        yield {event: 'message.citation', data: citation};
      }
      await finish(answer);
      yield {event: 'message.completed', data: answer};
    }

    return {
      status: 200,
      headers: {'Cache-Control': 'no-store'},
      content: {
        mediaType: 'text/event-stream',
        data: eventStream(events, () =>
          // What is complete already stays so when a repetition of it is stopped.
          written === answer.content || messages.get(answer.id)?.status === 'completed'
            ? Promise.resolve()
            : finish({...answer, content: written, status: 'stopped', citations: []}),
        ),
      },
      repeat: answer,
    };
  }

  async function compose(context: HandlerContext): Promise<ComposedAnswer> {
    const body = jsonBody(context);
    const {content = ''} = fieldText(body, 'content');
    const collections = member(body, 'collections');
    const searched = readyDocuments(documents, context.nowMs).filter(
      ({collection}) => collections === undefined || textList(collections).includes(collection),
    );
    const most = Number(member(body, 'max_citations') ?? DEFAULT_CITATIONS);
    return composeAnswer(content, await search(content, 'hybrid', searched), most);
  }

  function question(threadId: string, context: HandlerContext): Message {
    const {content = ''} = fieldText(jsonBody(context), 'content');
    return {
      id: newId('msg_'),
      thread_id: threadId,
      role: 'user',
      content,
      status: 'completed',
      citations: [],
      created_at: context.now,
    };
  }

  function answerMessage(threadId: string, {content, citations}: ComposedAnswer, nowMs: number): Message {
    return {
      id: newId('msg_'),
      thread_id: threadId,
      role: 'assistant',
      content,
      status: 'completed',
      citations,
      created_at: timestamp(nowMs),
    };
  }

  function add(message: Message, nowMs: number): void {
    messages.put(message.id, message);
    const thread = threads.get(message.thread_id);
    if (thread) {
      threads.put(thread.id, {...thread, updated_at: timestamp(nowMs)});
    }
  }

  return {listMessages, createMessage, streamMessage};
}
