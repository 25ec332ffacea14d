import { useEffect, useRef, type RefObject } from "react";

/** Where one thing stands below the other, see explorer.css. */
const narrow = matchMedia("(max-width: 850px)");

/** Brings an element into sight when something new is there to be shown in it, in a window too narrow to show all. */
export function useScrollIntoView<Element extends HTMLElement>(
  shown: unknown,
  block: ScrollLogicalPosition,
): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (shown !== undefined && narrow.matches) element.current?.scrollIntoView({ block });
  }, [shown, block]);
  return element;
}
