import type { RouteName, SessionEnd } from '@venterum/contract';
import { ProblemError } from '../problem-error.ts';
import type { Exchange, Send } from '../transport/transport.ts';
import type { SessionKeeper } from './session-keeper.ts';

const hasEnded = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'session-ended' || error.code === 'unauthenticated');

/** Why the session is over, as far as the server says. */
export const endOf = (error: unknown): SessionEnd =>
  (error instanceof ProblemError ? error.ended : undefined) ?? 'expired';

/** Routes that answer anybody. */
const openRoutes: readonly RouteName[] = ['config.get', 'sessions.create'];

/** What sends within a session. */
export interface SessionSender {
  readonly keeper: SessionKeeper;
  readonly send: Send;
}

const sendAgain = async ({ keeper, send }: SessionSender, exchange: Exchange): Promise<unknown> => {
  try {
    return await send(exchange);
  } catch (error) {
    if (hasEnded(error)) keeper.ended(endOf(error));
    throw error;
  }
};

/**
 * Sends with the session's token, and once more with a new one when the session had ended. `background`: nobody asked
 * for it, so that it keeps no idle session alive.
 */
export const sendInSession = async (
  sender: SessionSender,
  exchange: Exchange,
  background: boolean,
): Promise<unknown> => {
  const { keeper, send } = sender;
  if (openRoutes.includes(exchange.name)) return send(exchange);
  const token = await keeper.token();
  try {
    const answer = await send({ ...exchange, token });
    if (!background) keeper.stayed();
    return answer;
  } catch (error) {
    if (!hasEnded(error)) throw error;
    const again = await keeper.replace(token, { background, reason: endOf(error) });
    return sendAgain(sender, { ...exchange, token: again });
  }
};
