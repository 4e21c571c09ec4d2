/** The path of a Firefox, or undefined. */
export declare const firefoxPath: () => string | undefined;
