import { on, whenPresent } from "./events";

/** What is typed into the form of a post is kept a moment later, and when the page is left. Pictures go up as soon as they are chosen. */
const pause = 2000;

type Saved = { id: number; seen: number; words: string; warning: string | null };

whenPresent("form[data-draft]", element => {
  const form = element as HTMLFormElement;
  const state = form.querySelector<HTMLElement>("[data-draft-state]")!;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const content = () => {
    const data = new FormData(form);
    for (const name of ["picture", "cover", "due"]) data.delete(name);
    return data;
  };
  // The form's own fields tell drafts apart, not its words: those two change with every save.
  const words = () => JSON.stringify([...content()].filter(([name]) => name !== "draft" && name !== "seen"));
  let kept = words();
  let timer = 0;
  let saving = Promise.resolve();
  let waiting = 0;

  const save = async (leaving = false) => {
    const now = words();
    if (now === kept || !form.isConnected) return;
    const answer = await fetch(form.dataset.draft!, { method: "POST", headers: { Accept: "application/json" }, body: content(), keepalive: leaving });
    if (!answer.ok) return;
    kept = now;
    const saved = await answer.json() as Saved;
    field("draft").value = String(saved.id);
    field("seen").value = String(saved.seen);
    state.textContent = saved.warning ?? saved.words;
    state.classList.toggle("is-warning", saved.warning !== null);
  };
  // One after the other: the first answers with the draft that the second goes on with.
  const queue = (leaving = false) => {
    waiting++;
    saving = saving.then(() => save(leaving)).catch(() => undefined).finally(() => waiting--);
  };

  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(queue, pause); });
  form.addEventListener("submit", event => {
    clearTimeout(timer);
    if (waiting === 0) {
      kept = words();
      return;
    }
    // What is just being saved would else stay behind as a draft.
    event.preventDefault();
    event.stopPropagation();
    void saving.then(() => form.requestSubmit(event.submitter));
  });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") queue(true); });
  document.addEventListener("turbo:before-visit", () => queue(true));
});

on("change", "[data-uploads]", input => {
  const form = (input as HTMLInputElement).form;
  const button = form?.querySelector<HTMLButtonElement>("button[formaction='/drafts']");
  if (form && button && (input as HTMLInputElement).files!.length > 0) form.requestSubmit(button);
});
