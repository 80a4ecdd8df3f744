import type {Operation} from '../../api/operation';
import {findResources} from '../plan/resources';
import type {Step} from '../plan/step';
import {planSteps} from '../plan/steps';
import {reasonNotToSend, type Terms} from '../run/permission';

/** What a run would send, in order, and what it would not. Links are left out: they depend on responses. */
export function dryRunOf(
  operations: readonly Operation[],
  chosen: readonly Operation[],
  terms: Terms,
): string {
  const resources = findResources(operations);
  const plan = planSteps(operations, resources);
  const steps = Object.values(plan)
    .flatMap((part: readonly Step[]) => part)
    .filter(({operation}) => chosen.includes(operation));
  const told = steps.map(step => {
    const isOwn = !Object.keys(step.change.parameters ?? {}).some(name => name.startsWith('path.'));
    return {step, why: reasonNotToSend(step, {resources, terms, isOwn})};
  });
  const sent = told.filter(({why}) => why === undefined).map(({step}) => lineOf(step));
  const others = told.flatMap(({step, why}) => (why === undefined ? [] : [`${lineOf(step)}\n    ${why}`]));
  return [
    `${sent.length} requests to ${terms.baseUrl}, and those that links lead to:`,
    ...sent,
    ...(others.length === 0 ? [] : ['', 'Not sent:', ...others]),
    '',
    'Everything that is created is deleted at the end.',
  ].join('\n');
}

function lineOf({operation: {method, path, id}, purpose, expects}: Step): string {
  return `  ${method} ${path} (${id}): ${purpose.replace(/\.$/, '')}; ${expects.join(' or ')} expected`;
}
