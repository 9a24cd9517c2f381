/** SHA-256 of the sources and of the locked packages, in hexadecimal digits. */
export function sourcesHash(): string;
