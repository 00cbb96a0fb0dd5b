/** Menus are `<details class="menu">`: one open at a time, closed by Escape, by a click elsewhere and by leaving. */
const opened = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

const panelOf = (menu: HTMLDetailsElement) => menu.querySelector<HTMLElement>(".menu-panel")!;

/** What is kept free between a panel and the edge of the screen. */
const margin = 8;

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
  panelOf(menu).style.translate = "";
}

/** How far a panel must move to stand on the screen; to the right is positive. */
function missing(panel: HTMLElement): number {
  const box = panel.getBoundingClientRect();
  return box.left < margin ? margin - box.left : Math.min(0, document.documentElement.clientWidth - margin - box.right);
}

// A panel that would leave the screen hangs from the other side of its button; where it fits on neither side it is moved in.
document.addEventListener("toggle", event => {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !menu.open || !menu.matches(".menu")) return;
  const panel = panelOf(menu);
  panel.style.translate = "";
  if (missing(panel) === 0) return;
  menu.classList.toggle("menu-start");
  if (missing(panel) === 0) return;
  menu.classList.toggle("menu-start");
  panel.style.translate = `${missing(panel)}px`;
}, true);

document.addEventListener("click", event => {
  for (const menu of opened()) {
    const inside = event.target instanceof Node && menu.contains(event.target);
    const chosen = event.target instanceof Element && event.target.closest(".menu-panel a, .menu-panel [data-dialog]");
    if (!inside || chosen) close(menu);
  }
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    close(menu);
    menu.querySelector("summary")?.focus();
  }
});

document.addEventListener("focusin", event => {
  for (const menu of opened()) {
    if (event.target instanceof Node && !menu.contains(event.target)) close(menu);
  }
});

document.addEventListener("turbo:before-cache", () => opened().forEach(close));
export {};
