// First of all scripts, and without imports: the token leaves the address before anything is asked of any server.
const token = location.hash.slice(1);
history.replaceState(undefined, '', location.pathname);

/** What the link carried, or an empty text. */
export { token };
