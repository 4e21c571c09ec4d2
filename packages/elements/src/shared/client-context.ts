import { createContext } from '@lit/context';
import type { VenterumClient } from '@venterum/client';

/**
 * Carries the client from `<venterum-provider>` (or a host's own provider) to every element inside.
 * The key is a registered symbol, so that two copies of this module still meet.
 */
export const clientContext = createContext<VenterumClient | undefined>(Symbol.for('venterum-client'));
