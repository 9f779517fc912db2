/** Puts a text on the clipboard, and says whether that was possible. */
export async function copy(text: string, say: (words: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied.');
  } catch {
    say('The browser does not allow to copy; select the text, and copy it by hand.');
  }
}
