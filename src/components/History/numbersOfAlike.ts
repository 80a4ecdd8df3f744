/** Numbers that tell names apart which others share, counted from the last; undefined for a name that is the only one. */
export function numbersOfAlike(names: readonly string[]): readonly (number | undefined)[] {
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? undefined
      : names.slice(index).filter(other => other === name).length,
  );
}
