/** Numbers that distinguish equal names, counted from the last; undefined for a unique name. */
export function numbersOfAlike(names: readonly string[]): readonly (number | undefined)[] {
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? undefined
      : names.slice(index).filter(other => other === name).length,
  );
}
