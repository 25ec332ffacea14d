import { useMonaco } from "@graphiql/react";
import type { editor } from "monaco-editor";
import { useEffect, useState } from "react";
import type { Language } from "../samples/languages.ts";

// Loaded with the first code: the editor, which they belong to, is loaded after the page.
const grammars: Readonly<Record<Language["syntax"], () => Promise<unknown>>> = {
  python: () => import("monaco-editor/esm/vs/basic-languages/python/python.contribution"),
  shell: () => import("monaco-editor/esm/vs/basic-languages/shell/shell.contribution"),
  typescript: () => import("monaco-editor/esm/vs/basic-languages/typescript/typescript.contribution"),
};

type Lines = ReturnType<typeof editor.tokenize>;

/** Code in colours, by the editor's own grammars. Its text stays what it is, so that it can be selected and copied. */
export function HighlightedCode({ text, syntax }: { text: string; syntax: Language["syntax"] }) {
  const monaco = useMonaco((state) => state.monaco);
  const [tokenized, setTokenized] = useState<{ text: string; lines: Lines }>();

  useEffect(() => {
    let isCurrent = true;
    const tokenize = async () => {
      if (!monaco) return;
      await grammars[syntax]();
      // It waits for the grammar, as `tokenize` doesn't.
      await monaco.editor.colorize("", syntax, {});
      if (isCurrent) setTokenized({ text, lines: monaco.editor.tokenize(text, syntax) });
    };
    void tokenize();
    return () => {
      isCurrent = false;
    };
  }, [monaco, text, syntax]);

  if (tokenized?.text !== text) return <code>{text}</code>;
  return (
    <code>
      {text.split("\n").map((line, index) => (
        <span key={index}>
          {index > 0 && "\n"}
          {(tokenized.lines[index] ?? []).map(({ offset, type }, position, tokens) => (
            <span key={offset} className={`imm-token-${type.split(".", 1)[0]}`}>
              {line.slice(offset, tokens[position + 1]?.offset)}
            </span>
          ))}
        </span>
      ))}
    </code>
  );
}
