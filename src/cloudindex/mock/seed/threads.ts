import type {Message, Thread} from '../tables';

/** The threads of a new mock, oldest first. */
export const seedThreads: readonly Thread[] = [
  {
    id: 'thr_2b7vka',
    title: 'Refunds abroad',
    user_id: 'usr_123abc',
    metadata: {},
    created_at: '2024-03-08T12:00:00Z',
    updated_at: '2024-03-08T12:00:04Z',
  },
];

export const seedMessages: readonly Message[] = [
  {
    id: 'msg_1a6fzo',
    thread_id: 'thr_2b7vka',
    role: 'user',
    content: 'How long does a refund take?',
    status: 'completed',
    citations: [],
    created_at: '2024-03-08T12:00:00Z',
  },
  {
    id: 'msg_5e0jrt',
    thread_id: 'thr_2b7vka',
    role: 'assistant',
    content: 'A refund takes five working days once we have the returned goods [1].',
    status: 'completed',
    citations: [
      {
        document_id: 'doc_h7n2qe',
        document_name: 'refund-policy.md',
        quote: 'A refund takes five working days once we have the returned goods.',
      },
    ],
    created_at: '2024-03-08T12:00:04Z',
  },
];
