/**
 * `<form data-passkey="create|get" data-options="/url" method="post"><input type="hidden" name="credential">…`
 * asks /url for the options (with the form's own fields, so its antiforgery token), lets the device answer, and sends
 * the form with the answer. `data-passkey-auto` on a sign-in form also offers passkeys in the address field.
 */
import { on, whenPresent } from "./events";

let waiting: AbortController | undefined;

on("submit", "form[data-passkey]", async (element, event) => {
  const form = element as HTMLFormElement;
  if (credential(form).value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  await answer(form);
});

whenPresent("form[data-passkey=get][data-passkey-auto]", async form => {
  if (await window.PublicKeyCredential?.isConditionalMediationAvailable?.()) await answer(form as HTMLFormElement, "conditional");
});

whenPresent("form[data-passkey]", form => {
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) form.hidden = true;
});

document.addEventListener("turbo:before-visit", () => waiting?.abort());

async function answer(form: HTMLFormElement, mediation?: CredentialMediationRequirement): Promise<void> {
  waiting?.abort();
  waiting = new AbortController();
  const { signal } = waiting;
  const failure = form.querySelector<HTMLElement>("[data-passkey-error]");
  if (failure) failure.hidden = true;

  try {
    const response = await fetch(form.dataset.options!, { method: "POST", body: new FormData(form), signal });
    if (!response.ok) return mediation ? undefined : refuse(failure, await response.json().catch(() => undefined));
    const options = await response.json();
    const given = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), signal, ...(mediation && { mediation }) });
    if (!given) return;
    credential(form).value = JSON.stringify((given as PublicKeyCredential).toJSON());
    form.requestSubmit();
  } catch {
    // A person who cancels gets the same sentence as a device that cannot; silence while only offering.
    if (failure && !signal.aborted && !mediation) refuse(failure);
  }
}

/** Says what the server said (a wrong password, a pause), else the sentence that stands in the page. */
function refuse(failure: HTMLElement | null, problem?: { title?: string }): void {
  if (!failure) return;
  failure.dataset.passkeyError ||= failure.textContent ?? "";
  failure.textContent = problem?.title ?? failure.dataset.passkeyError;
  failure.hidden = false;
}

function credential(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem("credential") as HTMLInputElement;
}
