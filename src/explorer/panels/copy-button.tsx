import { useState } from "react";

/** Copies a text, and says whether it did. */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const [outcome, setOutcome] = useState<{ text: string; message: string }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome({ text, message: "Copied" });
    } catch {
      setOutcome({ text, message: "Not copied: the browser refused" });
    }
  };
  return (
    <span className="imm-copy">
      <output>{outcome?.text === text ? outcome.message : ""}</output>
      <button
        type="button"
        className="graphiql-button"
        aria-label={`Copy ${what}`}
        onClick={() => void copy()}
      >
        Copy
      </button>
    </span>
  );
}
