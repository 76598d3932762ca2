export interface LoadOnce<T> {
  /** What was loaded; null until then. */
  readonly loaded: () => T | null;
  /** Loads it, or gives what is there or on its way. After a failure the next call tries again. */
  readonly load: () => Promise<T>;
}

/** Loads one thing once, however many ask for it at the same time. */
export function loadOnce<T>(load: () => Promise<T>): LoadOnce<T> {
  let loaded: T | null = null;
  let loading: Promise<T> | null = null;
  const begin = async (): Promise<T> => {
    try {
      return (loaded = await load());
    } catch (error) {
      loading = null;
      throw error;
    }
  };
  return { loaded: () => loaded, load: () => (loading ??= begin()) };
}
