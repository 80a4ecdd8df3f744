import type {User} from '../tables';

/** The users of a new mock. The address of the document's Create User example is free, so that it works. */
export const seedUsers: readonly User[] = [
  seedUser('usr_123abc', 'John Doe', 'john.doe@example.com', 'user', '2024-01-11T10:00:00Z', {
    company: 'Acme Inc',
    department: 'Engineering',
  }),
  seedUser('usr_9k2lqa', 'Grace Hopper', 'grace.hopper@example.com', 'admin', '2024-02-03T08:15:00Z', {
    company: 'Acme Inc',
    department: 'Research',
  }),
  seedUser('usr_7mx0te', 'Alan Turing', 'alan.turing@example.com', 'user', '2024-02-19T14:40:00Z', {}),
  seedUser(
    'usr_4vw8nd',
    'Katherine Johnson',
    'katherine.johnson@example.com',
    'viewer',
    '2024-03-07T16:05:00Z',
    {department: 'Analysis'},
  ),
];

function seedUser(
  id: string,
  name: string,
  email: string,
  role: string,
  createdAt: string,
  metadata: {readonly [name: string]: string},
): User {
  return {id, email, name, role, metadata, created_at: createdAt, updated_at: createdAt};
}
