/** A telephone number in E.164, e.g. `+4520123456`. */
export type Phone = string;

/** In groups as it is read aloud: `20 12 34 56`; foreign numbers stay in E.164. */
export const formatPhone = (phone: Phone): string => {
  const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(phone);
  return danish === null ? phone : danish.slice(1).join(' ');
};
