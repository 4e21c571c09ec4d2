import { randomId } from '../random-id.ts';

const KEY = 'venterum.device';

/**
 * Names this browser to the server, whoever uses it: so the next person at a shared device ends what the last one
 * forgot to. No secret, and nothing about anybody. New each time where the page may keep nothing.
 */
export const keptDeviceId = (): string => {
  try {
    const id = localStorage.getItem(KEY) ?? randomId();
    localStorage.setItem(KEY, id);
    return id;
  } catch {
    return randomId();
  }
};
