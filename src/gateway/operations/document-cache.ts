import type { DocumentNode } from "graphql";

/** The documents that were asked for last, by their text. */
export interface DocumentCache {
  get(text: string): DocumentNode | undefined;
  set(text: string, document: DocumentNode): void;
}

/** Keeps documents of about so many bytes in all. Yoga's own cache keeps 1024 of them, whatever their size. */
export function createDocumentCache(maxBytes = 50_000_000): DocumentCache {
  const documents = new Map<string, DocumentNode>();
  let bytes = 0;

  function forget(text: string, document: DocumentNode): void {
    documents.delete(text);
    bytes -= sizeOf(text, document);
  }

  return {
    get(text) {
      const document = documents.get(text);
      if (document) {
        // A map keeps the order in which it was filled.
        documents.delete(text);
        documents.set(text, document);
      }
      return document;
    },
    set(text, document) {
      const before = documents.get(text);
      if (before) forget(text, before);
      documents.set(text, document);
      bytes += sizeOf(text, document);
      for (const oldest of documents) {
        if (bytes <= maxBytes) break;
        forget(...oldest);
      }
    },
  };
}

/** What a document takes: about 500 bytes for each token with its nodes, and its text. */
function sizeOf(text: string, { tokenCount = 0 }: DocumentNode): number {
  return 500 * (tokenCount + 2) + 2 * text.length;
}
