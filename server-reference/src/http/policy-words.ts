import type { Policy } from '../services/policy.ts';

/** Whom a policy row lets in, in English words, for whoever reads the API's description. */
export const policyWords = (policy: Policy): string => {
  if (policy === 'anyone') return 'anyone';
  const { kinds, ofClinic, roles, recently } = policy;
  const who = `${kinds.join(', ')}${ofClinic === true ? ' of this clinic' : ''}`;
  const role = roles === undefined ? '' : ` with the role ${roles.join(' or ')}`;
  return `${who}${role}${recently === true ? ', recently signed in' : ''}`;
};
