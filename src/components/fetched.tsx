import {useEffect, useState, type ComponentType, type ReactNode} from 'react';

interface Waiting {
  /** Shown until the code has loaded; nothing if left out. */
  readonly whileLoading?: ReactNode;
  /** Whether the reader is using the stand-in, which then stays until they leave it. */
  readonly standInUsed?: boolean;
}

export type Fetched<Props> = ComponentType<Props & Waiting> & {
  /** Loads the code ahead of need. A failure is reported, and retried, where the component is shown. */
  readonly preload: () => Promise<void>;
};

/**
 * A component whose code is loaded when it is first shown, in place of React's `lazy`: once a Suspense boundary has
 * shown a fallback, React delays what follows by 300 ms, which readers notice at every press. A failure to load throws
 * to the boundary around it.
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
