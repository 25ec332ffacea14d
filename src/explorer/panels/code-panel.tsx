import {
  useGraphiQL,
  useHeadersEditorState,
  useOperationsEditorState,
  useVariablesEditorState,
  type GraphiQLPlugin,
} from "@graphiql/react";
import { useEffect, useState } from "react";
import { gatewayInfo } from "../gateway-info.ts";
import { endpoint } from "../running/fetcher.ts";
import { languages, type Language } from "../samples/languages.ts";
import { writeCode, type CodeResult } from "../samples/write-code.ts";
import { storage } from "../storage/storage.ts";
import { CopyButton } from "./copy-button.tsx";
import { HighlightedCode } from "./highlighted-code.tsx";
import { CodeIcon } from "./icons.tsx";
import { useScrollIntoView } from "./use-scroll-into-view.ts";

/** Shows the operation in the editor as code, to be taken along. */
export const CODE_PLUGIN: GraphiQLPlugin = { title: "Code", icon: CodeIcon, content: CodePanel };

const chosenKey = "imm-graphql:language";

function CodePanel() {
  const [chosen, setChosen] = useState(() => storage.getItem(chosenKey));
  const language = languages.find(({ id }) => id === chosen) ?? languages[0]!;
  const result = useCode(language);
  const choose = (id: string) => {
    storage.setItem(chosenKey, id);
    setChosen(id);
  };

  const panel = useScrollIntoView<HTMLElement>(true, "start");

  return (
    <section className="imm-panel" aria-label="Code" ref={panel}>
      <header className="imm-panel-title">Code</header>
      {groups.map(({ of, title }) => (
        <fieldset key={of} className="imm-languages">
          <legend>{title}</legend>
          {languages
            .filter((candidate) => candidate.of === of)
            .map(({ id, name }) => (
              <label key={id}>
                <input
                  type="radio"
                  name="language"
                  checked={id === language.id}
                  onChange={() => choose(id)}
                />
                <span>{name}</span>
              </label>
            ))}
        </fieldset>
      ))}
      {"problem" in result ? (
        <output className="imm-note">{result.problem}</output>
      ) : (
        <>
          {result.notes.map((note) => (
            <p key={note} className="imm-note">
              {note}
            </p>
          ))}
          <div className="imm-code">
            <CopyButton text={result.code} what={`the ${language.name} code`} />
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
            <pre tabIndex={0} aria-label={`${language.name} code`}>
              <HighlightedCode text={result.code} syntax={language.syntax} />
            </pre>
          </div>
        </>
      )}
    </section>
  );
}

const groups = [
  { of: "graph", title: "Call this graph" },
  { of: "imm", title: "Call IMM itself, by Alibaba Cloud's own clients" },
] as const;

/** The code for what stands in the editors, made anew with each change. */
function useCode(language: Language): CodeResult {
  const [query] = useOperationsEditorState();
  const [variables] = useVariablesEditorState();
  const [headers] = useHeadersEditorState();
  const schema = useGraphiQL((state) => state.schema);
  const fetchError = useGraphiQL((state) => state.fetchError);
  const operationName = useGraphiQL((state) => state.operationName);
  const caret = useCaret();
  const [result, setResult] = useState<CodeResult>({ problem: "The graph's schema is being read." });

  useEffect(() => {
    if (!schema) return undefined;
    let isCurrent = true;
    const context = { endpoint, schema, imm: gatewayInfo };
    const update = async () => {
      const code = await writeCode(language, { query, variables, headers, operationName, caret }, context);
      if (isCurrent) setResult(code);
    };
    void update();
    return () => {
      isCurrent = false;
    };
  }, [language, query, variables, headers, operationName, caret, schema]);
  if (!schema && fetchError) {
    return { problem: "The graph's schema can't be read. Read it again by the round arrow at the left." };
  }
  return result;
}

/** Where the caret stands in the operation editor: of several operations, that one is run by the keyboard. */
function useCaret(): number | undefined {
  const editor = useGraphiQL((state) => state.queryEditor);
  const [caret, setCaret] = useState<number>();
  useEffect(() => {
    const read = () => {
      const position = editor?.getPosition();
      if (position) setCaret(editor?.getModel()?.getOffsetAt(position));
    };
    read();
    const listening = editor?.onDidChangeCursorPosition(read);
    return () => listening?.dispose();
  }, [editor]);
  return caret;
}
