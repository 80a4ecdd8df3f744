/** The page of an operation, such as `/api/users/create-user`; undefined if it has none. Loads the list of all. */
export async function permalinkOf(id: string): Promise<string | undefined> {
  const {operations} = await import('@generated/openapi/default/catalog.js');
  return operations.find(operation => operation.id === id)?.permalink;
}
