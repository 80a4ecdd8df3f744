import {sessionCredentials} from '../../../client/credentialStorage';
import {createCredentialStore} from '../../../client/credentialStore';

/** The keys of this page's life: they outlive navigation; a reload forgets those that are not kept in the tab by choice. */
export const keyStore = createCredentialStore(
  typeof window === 'undefined' ? undefined : sessionCredentials(),
);
