// What stands on a place, and the place: whoever looks at one sees the other.
// Without it, a click leads to the place.
"use strict";

(() => {
  let shown = [];

  for (const looks of ["mouseover", "focusin"]) {
    document.addEventListener(looks, (event) => {
      const one = event.target.closest?.("[data-points]");
      if (one) {
        show(one, looks === "focusin");
      }
    });
  }

  function show(one, moves) {
    shown.forEach((place) => place.classList.remove("now"));
    shown = one.dataset.points.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
    shown.forEach((place) => place.classList.add("now"));
    if (shown.length && (moves || one.closest("#result, .answer"))) {
      scroll(shown[0]);
    }
  }

  /* Only the source scrolls: what was looked at stays where it is. */
  function scroll(place) {
    const source = place.closest("#source");
    if (!source) {
      return;
    }
    const box = place.getBoundingClientRect();
    const view = source.getBoundingClientRect();
    if (box.top < view.top || box.bottom > view.bottom) {
      source.scrollTop += box.top - view.top - view.height / 3;
    }
  }

  document.addEventListener("click", (event) => {
    const one = event.target.closest?.("a[data-points]");
    if (one && document.getElementById("source")) {
      event.preventDefault();
      show(one, true);
    }
  });

  /* htmx does not see a button outside of its form: what it says is sent from within. */
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("button[form][name]");
    if (button?.form) {
      const said = document.createElement("input");
      said.type = "hidden";
      said.name = button.name;
      said.value = button.value;
      button.form.append(said);
      setTimeout(() => said.remove());
    }
  });

  /* How long the sentences are that are marked. */
  function count() {
    const line = document.getElementById("marked");
    if (line) {
      const words = [...document.querySelectorAll("#source input:checked")].reduce((sum, one) => sum + Number(one.dataset.words), 0);
      const most = Number(line.dataset.budget);
      line.textContent = ` (${words}${most ? ` of ${most}` : ""} words)`;
      line.classList.toggle("over", Boolean(most) && words > most);
    }
  }
  document.addEventListener("change", (event) => {
    if (event.target.matches("#source input")) {
      count();
    }
  });
  document.addEventListener("htmx:load", count);
})();
