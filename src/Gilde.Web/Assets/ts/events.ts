/** Listens on the document, so that what Turbo brings in later is served too. */
export function on<K extends keyof DocumentEventMap>(type: K, selector: string, handle: (element: HTMLElement, event: DocumentEventMap[K]) => void): void {
  document.addEventListener(type, event => {
    if (!(event.target instanceof Element)) return;
    const element = event.target.closest<HTMLElement>(selector);
    if (element) handle(element, event);
  });
}

/** Runs for every element that matches, now and whenever one arrives. */
export function whenPresent(selector: string, handle: (element: HTMLElement) => void): void {
  const seen = new WeakSet<Element>();
  const look = (root: ParentNode) => {
    for (const element of root.querySelectorAll<HTMLElement>(selector)) {
      if (seen.has(element)) continue;
      seen.add(element);
      handle(element);
    }
  };
  new MutationObserver(changes => {
    if (changes.some(change => change.addedNodes.length > 0)) look(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
  look(document);
}
