import {nameAt, type ClassExpression, type Method} from '../expression';
import {mergedFields} from '../value';
import type {Given} from './arguments';
import {invoked} from './calls';
import {valueOf} from './expressions';
import {fieldsOf} from './items';
import type {Class, Kind, Live, Scope} from './live';
import {memberOf} from './members';
import {variableOf, type World} from './world';

/** The type of a record; one that is not known is none of the program's own. */
export function kindOf(
  kind: string | ClassExpression | undefined,
  at: number,
  scope: Scope,
): Kind | undefined {
  if (kind === undefined || typeof kind === 'object') {
    return kind && {code: kind, scope};
  }
  const own = variableOf(scope, kind)?.content;
  return own?.type === 'class'
    ? {code: own.code, scope: own.scope}
    : own
      ? undefined
      : {code: {at, type: 'class', methods: [], fields: []}, scope};
}

/** A class with what it has of the one that it extends. */
export function classOf(code: ClassExpression, scope: Scope, world: World): Live {
  const {at} = code;
  const base = code.base && valueOf(code.base, scope, world);
  const own = fieldsOf(code.statics ?? [], scope, world);
  if ((base && (base.type !== 'class' || base.scope !== scope)) || 'type' in own) {
    return {at, type: 'unknown'};
  }
  const methods =
    world.dialect.defaultsAtDefinition === true ? withDefaults(code.methods, scope, world) : code.methods;
  const above = base?.statics.cell.content;
  const inherited = (base?.code.methods ?? []).filter(({name}) => !name.startsWith('super.'));
  const entries = mergedFields([...(above?.type === 'record' ? above.entries : []), ...own]);
  return {
    at,
    type: 'class',
    scope,
    statics: world.heap.object({at, type: 'record', entries}),
    code: {
      ...code,
      methods: [
        ...methods,
        ...inherited.filter(({name}) => code.methods.every(method => method.name !== name)),
        ...inherited.map(method => ({...method, name: `super.${method.name}`})),
      ],
      fields: [...(base?.code.fields ?? []), ...code.fields],
    },
  };
}

/** Methods whose values for want of arguments are made with the class. No name in a program has a space. */
function withDefaults(methods: readonly Method[], scope: Scope, world: World): readonly Method[] {
  return methods.map(method => ({
    ...method,
    value: {
      ...method.value,
      parameters: method.value.parameters.map(parameter => {
        const {target} = parameter;
        if (target.type !== 'assignment') {
          return parameter;
        }
        const name = `default ${target.at}`;
        scope.names.set(name, world.heap.variable(valueOf(target.value, scope, world)));
        return {...parameter, target: {...target, value: nameAt(target.value.at, name)}};
      }),
    },
  }));
}

/** `new Client(…)`: an object with its fields, on which the constructor is called. */
export function constructed(cls: Class, given: Given, world: World): Live {
  const fields = fieldsOf(cls.code.fields, cls.scope, world);
  const shared = cls.code.sharesStatics === true ? cls.statics.cell.content : undefined;
  const self = world.heap.object({
    at: given.at,
    type: 'record',
    entries: [...(shared?.type === 'record' ? shared.entries : []), ...('type' in fields ? [] : fields)],
    kind: {code: cls.code, scope: cls.scope},
  });
  if (cls.code.methods.some(({name}) => name === 'constructor')) {
    invoked(memberOf(self, 'constructor', given.at, world), given, world);
  }
  return self;
}
