import type {Expression, Statement} from '../expression';
import {NotUnderstood} from '../notUnderstood';
import {normal, oneOfWays, type Completion} from './completion';
import {valueOf} from './expressions';
import type {Live, Scope} from './live';
import {followEach, followWhile} from './loops';
import {changeMember, memberName} from './members';
import {operated, truth} from './operators';
import {spoil} from './spoil';
import {assignTo} from './targets';
import {doubtAt, innerScope, step, type World} from './world';

/** Follows statements until one leaves them. */
export function run(body: readonly Statement[], scope: Scope, world: World): Completion {
  const isHoisted = (statement: Statement): boolean =>
    statement.type === 'assign' && statement.isHoisted === true;
  const deferred: Expression[] = [];
  let completion = normal;
  for (const statement of [...body.filter(isHoisted), ...body.filter(one => !isHoisted(one))]) {
    if (statement.type === 'deferred') {
      deferred.unshift(statement.value);
      continue;
    }
    completion = follow(statement, scope, world);
    if (world.stopped) {
      world.stopped = false;
      completion = {type: 'stop'};
    }
    if (completion.type !== 'normal') {
      break;
    }
  }
  deferred.forEach(value => valueOf(value, scope, world));
  return completion;
}

/** The same in a scope of its own, where the language has one for a block. */
export function runBlock(body: readonly Statement[], scope: Scope, world: World): Completion {
  return run(body, world.dialect.functionsOwnNames ? scope : innerScope(scope), world);
}

function follow(statement: Statement, scope: Scope, world: World): Completion {
  const {at} = statement;
  step(world, at);
  switch (statement.type) {
    case 'assign': {
      const value = valueOf(statement.value, scope, world);
      for (const target of statement.targets) {
        assignTo(target, value, statement.declares, scope, world);
      }
      return normal;
    }
    case 'import':
      scope.names.set(statement.name, world.heap.variable({at, type: 'global', path: statement.path}));
      return normal;
    case 'outer':
      statement.names.forEach(name => scope.outer.add(name));
      return normal;
    case 'do':
    case 'deferred':
      valueOf(statement.value, scope, world);
      return normal;
    case 'remove':
      if (statement.target.type === 'member') {
        const of = valueOf(statement.target.of, scope, world);
        changeMember(of, memberName(statement.target, scope, world), undefined, at, world);
      } else if (statement.target.type === 'other') {
        spoil(valueOf(statement.target, scope, world), at, world);
      }
      return normal;
    case 'block':
      return runBlock(statement.body, scope, world);
    case 'if': {
      const inner = world.dialect.functionsOwnNames ? scope : innerScope(scope);
      const test = valueOf(statement.test, scope, world);
      const holds = truth(test, world);
      return holds === undefined
        ? oneOfWays(
            [() => run(statement.then, inner, world), () => runBlock(statement.otherwise, scope, world)],
            {...doubtAt(test.at, 'condition'), ...emptyIn(test)},
            world,
          )
        : runBlock(holds ? statement.then : statement.otherwise, scope, world);
    }
    case 'switch': {
      const completion = world.heap.framed('switch', () => {
        const of = statement.of && valueOf(statement.of, scope, world);
        return chosen(statement, of, 0, scope, world);
      });
      return completion.type === 'break' ? normal : completion;
    }
    case 'each':
      return followEach(statement, scope, world);
    case 'while':
      return followWhile(statement, scope, world);
    case 'try':
      return followTry(statement, scope, world);
    case 'return':
      return {
        type: 'return',
        value: statement.value
          ? valueOf(statement.value, scope, world)
          : {at, type: 'constant', value: 'undefined'},
      };
    case 'leave':
      return {type: statement.how};
    case 'stop':
      if (statement.value) {
        valueOf(statement.value, scope, world);
      }
      return {type: 'stop'};
    case 'unfollowed':
      throw new NotUnderstood(at, doubtAt(at, 'unfollowed').message);
  }
}

function emptyIn(test: Live): {readonly emptyOf?: string} {
  return test.type === 'unknown' && test.emptyOf !== undefined ? {emptyOf: test.emptyOf} : {};
}

type Switch = Extract<Statement, {readonly type: 'switch'}>;

/** The case that a value takes, of those from a place on. */
function chosen(
  statement: Switch,
  of: Live | undefined,
  index: number,
  scope: Scope,
  world: World,
): Completion {
  const {cases, falls} = statement;
  const one = cases[index];
  const taken = (place: number): Completion =>
    runBlock(
      cases.slice(place, falls ? undefined : place + 1).flatMap(({body}) => body),
      scope,
      world,
    );
  if (!one) {
    const other = cases.findIndex(({tests}) => tests.length === 0);
    return other < 0 ? normal : taken(other);
  }
  const tests = one.tests.map(test => {
    const value = valueOf(test, scope, world);
    return truth(of ? operated('==', of, value, test.at, world) : value, world);
  });
  const next = (): Completion => chosen(statement, of, index + 1, scope, world);
  return tests.includes(true)
    ? taken(index)
    : tests.includes(undefined)
      ? oneOfWays([() => taken(index), next], doubtAt(of?.at ?? statement.at, 'condition'), world)
      : next();
}

/** Nothing is taken to fail, but for what surely does. */
function followTry(
  {at, body, handlers, last}: Extract<Statement, {readonly type: 'try'}>,
  scope: Scope,
  world: World,
): Completion {
  const doubt = doubtAt(at, 'failure');
  const handled = (handler: readonly Statement[]) => (): Completion => runBlock(handler, scope, world);
  // Where all handlers leave, what follows is done only if nothing failed.
  const sent = world.sent.length;
  const passes = handlers.some(handler => {
    const {result} = world.heap.tried(handled(handler));
    return result.type === 'normal';
  });
  world.sent.length = sent;
  const completion = passes
    ? world.heap.framed('try', () => runBlock(body, scope, world))
    : runBlock(body, scope, world);
  const after =
    completion.type === 'stop' && handlers.length > 0
      ? oneOfWays(handlers.map(handled), doubt, world)
      : completion.type === 'normal' && handlers.length > 0
        ? oneOfWays([() => normal, ...handlers.map(handled)], doubt, world)
        : completion;
  const end = runBlock(last, scope, world);
  return end.type === 'normal' ? after : end;
}
