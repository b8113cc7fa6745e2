// Which keys are typed text.

/** Where single letters and undo belong to the text being edited. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !/^(range|checkbox|radio|button|submit|file|color)$/.test(target.type);
}
