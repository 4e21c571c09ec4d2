import type { SmsReportRequest } from '../../ports/sms-gateway.ts';

const jsonFields = (text: string): readonly (readonly [string, string])[] => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([name, field]) =>
      typeof field === 'string' || typeof field === 'number' ? [[name, String(field)] as const] : [],
    );
  } catch {
    return [];
  }
};

/** What a report says, wherever it says it: in its address, in a form, or as JSON. */
export const fieldsOf = ({ query, headers, body }: SmsReportRequest): ReadonlyMap<string, string> => {
  const isForm = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  return new Map([...query, ...(isForm ? new URLSearchParams(body) : jsonFields(body))]);
};
