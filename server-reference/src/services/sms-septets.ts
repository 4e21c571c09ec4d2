// Source: 3GPP TS 23.038, 6.2.1: the default alphabet of SMS, and the extension that costs an escape.
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const extension = new Set('\f^{}\\[~]|€');

/** The most septets that travel as one SMS. */
export const smsSeptets = 160;

/** Length of a text in septets of the GSM 7-bit alphabet; `undefined` when a character is not in it. */
export const septetsOf = (text: string): number | undefined => {
  let septets = 0;
  for (const character of text) {
    if (basic.has(character)) septets += 1;
    else if (extension.has(character)) septets += 2;
    else return undefined;
  }
  return septets;
};
