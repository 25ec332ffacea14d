/** The repository's folder, as the built files see it. */
export const root = new URL("../../../", import.meta.url);
