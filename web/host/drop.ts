// Files and text dropped onto an element.
import "./drop.css";
import { en } from "./messages/en.ts";
import { isHidden, lockOf } from "./restraints.ts";

/**
 * Lets files and text be dropped on an element; while something is over it, it carries data-drop="over" and shows the hint
 * of drop.css. @returns its undoing
 */
export function dropTarget(
  element: HTMLElement,
  onfile: (file: Blob) => void,
  ontext: (text: string) => void,
): () => void {
  const welcome = (event: DragEvent) =>
    event.dataTransfer?.types.some((type) => type === "Files" || type === "text/plain") ?? false;
  const over = (event: DragEvent) => {
    if (!welcome(event)) return;
    event.preventDefault();
    element.dataset.drop = "over";
    element.dataset.dropHint = en.data.import.drop;
  };
  const leave = (event: DragEvent) => {
    // Moving onto a child is no leaving.
    if (event.relatedTarget instanceof Node && element.contains(event.relatedTarget)) return;
    delete element.dataset.drop;
  };
  const drop = (event: DragEvent) => {
    delete element.dataset.drop;
    if (!welcome(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const file = event.dataTransfer?.files[0];
    if (file) onfile(file);
    else ontext(event.dataTransfer?.getData("text/plain") ?? "");
  };
  const abort = new AbortController();
  if (isHidden("data") || lockOf("data") !== null) {
    // Not taken, nor left to the browser, which would open the file in place of the page.
    for (const type of ["dragover", "drop"] as const)
      element.addEventListener(
        type,
        (event) => {
          if (!welcome(event)) return;
          event.preventDefault();
          if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
        },
        abort,
      );
    return () => abort.abort();
  }
  element.addEventListener("dragenter", over, abort);
  element.addEventListener("dragover", over, abort);
  element.addEventListener("dragleave", leave, abort);
  element.addEventListener("drop", drop, abort);
  return () => abort.abort();
}
