import { whenPresent } from "./events";

/** On a phone the sections of settings and administration stand in a strip: the open one is brought into sight. */
whenPresent(".sidenav [aria-current]", link => {
  const strip = link.closest<HTMLElement>(".sidenav")!;
  const [inside, around] = [link.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollLeft += inside.left - around.left - (around.width - inside.width) / 2;
});
