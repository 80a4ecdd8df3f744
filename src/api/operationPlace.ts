import type {JsonObject} from './json';
import type {HttpMethod} from './operation';

/** An operation where the document holds it. */
export interface OperationPlace {
  readonly path: string;
  readonly method: HttpMethod;
  readonly pathItem: JsonObject;
  readonly operation: JsonObject;
}
