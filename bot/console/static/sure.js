// "Really?": a question before what can't be taken back, and a link that is given on.

const dialog = document.getElementById("sure");

/** Whether the operator means it. */
export function sure(question) {
  dialog.querySelector("h2").textContent = question;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

dialog.querySelector("[data-yes]").addEventListener("click", () => dialog.close("yes"));
dialog.querySelector("[data-dismiss]").addEventListener("click", () => dialog.close());

const link = document.getElementById("link");
const copy = document.getElementById("copy");
const copyWords = copy.textContent;

/** Show a link, once: it is kept nowhere. */
export function showLink(text) {
  link.value = text;
  copy.textContent = copyWords;
  document.getElementById("linked").hidden = false;
  link.focus();
  link.select();
}

copy.addEventListener("click", async () => {
  link.select();
  await navigator.clipboard.writeText(link.value);
  copy.textContent = copy.dataset.done;
});
