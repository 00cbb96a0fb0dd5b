/** Menus are `<details class="menu">`: one open at a time, closed by Escape, by a click elsewhere and by leaving. */
const opened = () => document.querySelectorAll<HTMLDetailsElement>("details.menu[open]");

function close(menu: HTMLDetailsElement): void {
  menu.open = false;
}

// A panel that would leave the screen hangs from the other side of its button.
document.addEventListener("toggle", event => {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !menu.open || !menu.matches(".menu")) return;
  const box = menu.querySelector(".menu-panel")!.getBoundingClientRect();
  if (box.right > document.documentElement.clientWidth) menu.classList.remove("menu-start");
  else if (box.left < 0) menu.classList.add("menu-start");
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
