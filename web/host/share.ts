// Give the user the address of what is on screen.
import { html } from "lit";
import type { AddressBar } from "./address.ts";
import { en as words } from "./messages/en.ts";
import type { Notify } from "./notify.ts";

export async function share(bar: AddressBar, notify: Notify): Promise<void> {
  const address = await bar.flush();
  if (address === null) return notify(words.shell.shareTooLarge, "trouble");
  try {
    await navigator.clipboard.writeText(address);
    notify(words.shell.shared, "plain");
  } catch {
    // Frames and pages opened from a file may not write to the clipboard.
    const { openDialog } = await import("./dialog.ts");
    openDialog(
      words.shell.share,
      html`<label>
        <p>${words.shell.shareByHand}</p>
        <textarea class="input share-text" readonly rows="4" .value=${address} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      </label>`,
    );
  }
}
