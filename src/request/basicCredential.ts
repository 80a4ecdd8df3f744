/** A user-id contains no colon, so the first one ends it (RFC 7617 §2). */
export function splitBasic(value: string): {readonly user: string; readonly password: string} {
  const [user = '', ...password] = value.split(':');
  return {user, password: password.join(':')};
}

/** Empty if both are. */
export function joinBasic(user: string, password: string): string {
  return user === '' && password === '' ? '' : `${user}:${password}`;
}
