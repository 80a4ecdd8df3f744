import {passagesOf} from '../search/passages';
import type {Document} from '../tables';

interface SeedDocument {
  readonly document: Document;
  readonly text: string;
}

/** The documents of a new mock, oldest first: those of a small shop, so that questions have answers. */
export const seedDocuments: readonly SeedDocument[] = [
  seedDocument(
    'doc_h7n2qe',
    'refund-policy.md',
    'policies',
    '2024-02-05T09:00:00Z',
    `# Refund policy

A refund takes five working days once we have the returned goods. The money goes back the way it came, to the card or
the account that paid.

## How to return

Goods can be returned within 30 days of delivery. Write the order number on the parcel. Customers outside of the country
pay the postage themselves; we pay it when the goods are faulty.

## What cannot be returned

Opened software and gift cards cannot be returned.
`,
  ),
  seedDocument(
    'doc_q3v9ts',
    'employee-handbook.md',
    'handbook',
    '2024-02-12T13:30:00Z',
    `# Employee handbook

Everybody has 28 days of paid leave a year. Ask your team lead two weeks ahead; leave of up to two days needs no notice.

## Working hours

Office hours are from nine to five. Remote work is possible on any day except Tuesday, when the teams meet.

## Expenses

Hand in receipts by the end of the month. Trains are booked in second class, and hotels cost up to 140 euros a night.
`,
  ),
  seedDocument(
    'doc_8wk4rb',
    'security-faq.md',
    'security',
    '2024-02-27T07:45:00Z',
    `# Security questions

## Who may reset a password?

You can reset your own password on the sign-in page. For anybody else, only an administrator may reset a password, after a
call back to a known number.

## How long are logs kept?

Access logs are kept for 90 days, then deleted. Audit logs are kept for two years.

## What do I do with a suspicious mail?

Forward it to security@example.com, and do not open its attachments.
`,
  ),
];

function seedDocument(
  id: string,
  name: string,
  collection: string,
  createdAt: string,
  text: string,
): SeedDocument {
  return {
    text,
    document: {
      id,
      name,
      media_type: 'text/markdown',
      size: text.length,
      collection,
      owner_id: 'usr_9k2lqa',
      passages: passagesOf(text, 'text/markdown').length,
      file: `seed_${id}`,
      created_ms: Date.parse(createdAt),
    },
  };
}
