/** Keys that move in a list of tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** Lets keys move among the tabs of a list; the one that they come to is chosen and has the focus. */
export function keysInTabs(list: HTMLElement, choose: (tab: HTMLElement) => void): void {
  list.addEventListener('keydown', (event) => {
    const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.findIndex((tab) => tab === event.target);
    const next = at === -1 ? undefined : tabs[moves[event.key]?.(at, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    const { id } = next;
    choose(next);
    // The list may have been made anew.
    document.getElementById(id)?.focus();
  });
}

/** Shows which tab of a list is chosen: only that one is reached by the Tab key. */
export function markChosen(tabs: Iterable<Element>, chosen: Element): void {
  for (const tab of tabs) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    if (tab === chosen) tab.removeAttribute('tabindex');
    else tab.setAttribute('tabindex', '-1');
  }
}
