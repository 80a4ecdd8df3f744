import {sessionCredentials} from '../../../client/credentialStorage';
import {createCredentialStore} from '../../../client/credentialStore';

/** The keys of this visit: they survive navigation; a reload removes those that the reader did not choose to keep. */
export const keyStore = createCredentialStore(
  typeof window === 'undefined' ? undefined : sessionCredentials(),
);
