export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** Static files that come with the service, by name ("swagger-ui.css"). */
export interface Assets {
  /** The file, or null when there is none of that name. Names are never taken as paths. */
  get(name: string): Promise<Asset | null>;
}
