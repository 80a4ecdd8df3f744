import type {PartInfo} from 'multipasta';

import {ownMember} from '../../api/json';
import {fragmentStep} from '../../api/http/pointer';
import type {MediaType, Operation} from '../../api/operation';
import {validateSchema} from '../../api/schema/validateSchema';
import {english} from '../../words';
import type {Fault} from '../problem';
import {valueOfTexts} from './formValues';

/** How the headers of a part differ from its encoding (OpenAPI 3.1 §4.8.15). */
export function partHeaderFaults(
  operation: Operation,
  {encoding}: MediaType,
  {name: part, headers}: Pick<PartInfo, 'name' | 'headers'>,
): Fault[] {
  const pointer = `#/${fragmentStep(part)}`;
  return (ownMember(encoding, part)?.headers ?? []).flatMap(({name, required, schema}) => {
    const text = ownMember(headers, name.toLowerCase());
    if (text === undefined) {
      return required ? [{pointer, detail: `needs the header ${name}`}] : [];
    }
    const value = valueOfTexts(operation, schema, [String(text)]);
    return validateSchema(operation, schema, value, english, 'request').map(({message}) => ({
      pointer,
      detail: `has a header ${name} that ${message}`,
    }));
  });
}
