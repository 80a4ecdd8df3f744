import type {Adapter} from '../adapter';
import {generateSnippet} from '../generators/ours';

export const adapter: Adapter = request => language =>
  generateSnippet(request, language, {credentials: 'fallback'});
