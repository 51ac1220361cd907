// What a script adds to pages that work without one. Everything hangs on data attributes.
(() => {
  "use strict";

  const each = (selector, root, act) => root.querySelectorAll(selector).forEach(act);

  // Forms: each is sent once; data-once is what the button says meanwhile.
  const sendOnce = (event) => {
    const form = event.target;
    if (!form.dataset || form.dataset.once === undefined) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    const button = event.submitter;
    if (button) {
      // Not "disabled": a disabled button would not send its own name and value.
      button.setAttribute("aria-disabled", "true");
      button.dataset.label = button.textContent;
      if (form.dataset.once) button.textContent = form.dataset.once;
    }
  };

  // A page that comes back from the browser's memory can be sent again.
  const allowAgain = () => each("form[data-sent]", document, (form) => {
    delete form.dataset.sent;
    each("[aria-disabled][data-label]", form, (button) => {
      button.removeAttribute("aria-disabled");
      button.textContent = button.dataset.label;
    });
  });

  // Drafts: a second after the last key the form goes to data-autosave; when that fails, again
  // after ten seconds and when the network is back. Files stay out, they have their own way.
  const AFTER_TYPING = 1000;
  const AFTER_FAILURE = 10000;
  const autosave = (form) => {
    const status = form.querySelector("[data-saved]");
    let timer = 0;
    let round = 0;
    const later = (wait) => {
      clearTimeout(timer);
      timer = setTimeout(save, wait);
    };
    const say = (text) => { if (status && text && status.textContent !== text) status.textContent = text; };
    const save = async () => {
      if (form.dataset.sent) return;
      const mine = ++round;
      const answers = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") answers.append(name, value);
      }
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: answers,
          headers: { "X-Requested-With": "autosave" },
          redirect: "error",
        });
        if (!answer.ok) throw new Error(String(answer.status));
        if (mine === round) say(status && status.dataset.saved);
      } catch (unreachable) {
        if (mine !== round) return;
        say(status && status.dataset.unsaved);
        later(AFTER_FAILURE);
      }
    };
    form.addEventListener("input", () => later(AFTER_TYPING));
    form.addEventListener("change", () => later(AFTER_TYPING));
    window.addEventListener("online", () => later(0));
  };

  // Files: the names of what was chosen, and pictures as they will be sent.
  const BIGGEST_PREVIEW = 20 * 1024 * 1024;
  const showFiles = (input) => {
    const list = input.parentElement.querySelector("[data-file-names]");
    if (!list) return;
    each("img", list, (picture) => URL.revokeObjectURL(picture.src));
    list.replaceChildren(...Array.from(input.files, (file) => {
      const line = document.createElement("li");
      line.textContent = file.name;
      if (file.type.startsWith("image/") && file.size < BIGGEST_PREVIEW) {
        const picture = document.createElement("img");
        picture.alt = "";
        picture.src = URL.createObjectURL(file);
        line.append(picture);
      }
      return line;
    }));
  };

  const copy = async (button) => {
    const before = button.textContent;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = before; }, 2000);
  };

  // Keys of the desk: data-key names a key ("1", "/", "Ctrl+Enter") on a control. In a list with
  // data-key-rows the arrows move the row marked .on, and its keys come before those of the page.
  // Single keys do nothing while someone types, and nothing at all where data-keys is "off".
  const isTyping = (element) =>
    element.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])") !== null;

  const nameOf = (event) => (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.key === " " ? "Space" : event.key);

  const moveRow = (event) => {
    const list = document.querySelector("[data-key-rows]");
    if (!list || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return false;
    const rows = Array.from(list.children);
    const now = rows.findIndex((row) => row.classList.contains("on"));
    const next = Math.max(0, Math.min(rows.length - 1, now + (event.key === "ArrowDown" ? 1 : -1)));
    rows.forEach((row, index) => row.classList.toggle("on", index === next));
    const control = rows[next].querySelector("input:checked, input, button, a");
    if (control) control.focus();
    rows[next].scrollIntoView({ block: "nearest" });
    return true;
  };

  const pressKey = (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const withModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (!withModifier && (document.body.dataset.keys !== "on" || isTyping(event.target))) return;
    if (!withModifier && moveRow(event)) {
      event.preventDefault();
      return;
    }
    const name = nameOf(event);
    const at = (root) => root && Array.from(root.querySelectorAll("[data-key]")).find((control) => control.dataset.key === name);
    const control = at(document.querySelector("[data-key-rows] > .on")) || at(document);
    if (!control) return;
    event.preventDefault();
    if (control.matches("input:not([type=radio], [type=checkbox]), textarea, select")) control.focus();
    else control.click();
  };

  // A part that htmx has put in is prepared like the page was.
  const prepare = (root) => {
    const first = root.querySelector("[data-focus]");
    if (first) first.focus();
    each("form[data-autosave]", root, autosave);
    each("[data-file]", root, (input) => input.addEventListener("change", () => showFiles(input)));
    each("[data-print]", root, (button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });
    if (navigator.clipboard) {
      each("[data-copy]", root, (button) => {
        button.hidden = false;
        button.addEventListener("click", () => copy(button));
      });
    }
  };

  document.addEventListener("submit", sendOnce);
  document.addEventListener("keydown", pressKey);
  window.addEventListener("pageshow", allowAgain);
  document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) prepare(event.target); });
  prepare(document);
})();
