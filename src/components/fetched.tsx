import {useEffect, useState, type ComponentType, type ReactNode} from 'react';

interface Waiting {
  /** What stands in until the code has come; nothing when left out. */
  readonly whileLoading?: ReactNode;
  /** Whether the reader is at what stands in, which then stays until they leave it. */
  readonly standInUsed?: boolean;
}

export type Fetched<Props> = ComponentType<Props & Waiting> & {
  /** Fetches the code ahead of need. Code that does not load is told of, and asked for again, where it is shown. */
  readonly preload: () => Promise<void>;
};

/**
 * A component whose code is fetched when it is first shown, in place of React's `lazy`: once a Suspense boundary has
 * shown a fallback, React holds back what follows for 300 ms, which a reader feels at every press. What fails to load is
 * thrown to the boundary around it.
 */
export function fetched<Props extends object>(
  load: () => Promise<{readonly default: ComponentType<Props>}>,
): Fetched<Props> {
  let component: ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;

  async function fetchCode(): Promise<void> {
    loading ??= load().then(
      module => {
        component = module.default;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  }

  function FetchedComponent(props: Props & Waiting): ReactNode {
    const [Component, setComponent] = useState(() => component);
    const [failure, setFailure] = useState<{readonly error: unknown}>();
    useEffect(() => {
      if (Component) {
        return undefined;
      }
      let current = true;
      fetchCode().then(
        () => current && setComponent(() => component),
        (error: unknown) => current && setFailure({error}),
      );
      return () => {
        current = false;
      };
    }, [Component]);
    if (failure) {
      throw failure.error;
    }
    return Component && props.standInUsed !== true ? <Component {...props} /> : props.whileLoading;
  }

  return Object.assign(FetchedComponent, {preload: async () => fetchCode().catch(() => undefined)});
}
