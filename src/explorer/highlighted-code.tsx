import { useMonaco } from "@graphiql/react";
import "monaco-editor/esm/vs/basic-languages/python/python.contribution";
import "monaco-editor/esm/vs/basic-languages/shell/shell.contribution";
import "monaco-editor/esm/vs/basic-languages/typescript/typescript.contribution";
import type { editor } from "monaco-editor";
import { useEffect, useState } from "react";

type Lines = ReturnType<typeof editor.tokenize>;

/** Code in colours, by the editor's own grammars. Its text stays what it is, so that it can be selected and copied. */
export function HighlightedCode({ text, syntax }: { text: string; syntax: string }) {
  const monaco = useMonaco((state) => state.monaco);
  const [tokenized, setTokenized] = useState<{ text: string; lines: Lines }>();

  useEffect(() => {
    let isCurrent = true;
    const tokenize = async () => {
      // It loads the grammar, which `tokenize` doesn't wait for.
      await monaco?.editor.colorize("", syntax, {});
      if (monaco && isCurrent) setTokenized({ text, lines: monaco.editor.tokenize(text, syntax) });
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
