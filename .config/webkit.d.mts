/** What a WebDriver client needs to reach WebKitGTK. */
export interface WebKitDriver {
  readonly hostname: string;
  readonly port: number;
  readonly path: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
}

/** Starts the driver; undefined when WebKitGTK, its driver or a screen is missing. */
export declare const startWebKit: () => WebKitDriver | undefined;
