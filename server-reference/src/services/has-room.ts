import type { Visit } from '@venterum/contract';

/** Whether somebody has the visit. */
export const hasRoom = ({ state }: Pick<Visit, 'state'>): boolean =>
  state === 'called' || state === 'in-consultation';
