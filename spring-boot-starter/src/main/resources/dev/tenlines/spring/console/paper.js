// A document beside its fields: words that are clicked go to the field that has the focus.
// Without it, the same form takes what is typed.
"use strict";

(() => {
  const SVG = "http://www.w3.org/2000/svg";
  let current = null;
  let drag = null;
  let last = null;

  /* The field in hand: its places are shown. */
  document.addEventListener("focusin", (event) => {
    const entry = event.target.closest("#decide .entry");
    if (entry) {
      attend(entry);
    }
  });

  function attend(entry) {
    if (current !== entry) {
      current?.classList.remove("current");
      current = entry;
      last = null;
      entry.classList.add("current");
    }
    const places = own(entry);
    document.querySelectorAll("#paper .now").forEach((place) => place.classList.remove("now"));
    places.forEach((place) => place.classList.add("now"));
    show(places.find((place) => place.getClientRects().length));
  }

  function own(entry) {
    return [...document.querySelectorAll(`#paper [data-fields~="${entry.dataset.number}"]`)];
  }

  /* Only the document scrolls: the field stays where it is. */
  function show(place) {
    const paper = document.getElementById("paper");
    if (!place || !paper) {
      return;
    }
    const box = place.getBoundingClientRect();
    const view = paper.getBoundingClientRect();
    if (box.top < view.top || box.bottom > view.bottom) {
      paper.scrollTop += box.top - view.top - view.height / 3;
    }
  }

  /* A click takes a word; one beside it, or with Shift, goes on from there; a drag takes several. */
  document.addEventListener("mousedown", (event) => {
    const word = event.target.closest?.("#paper .w");
    if (word && event.button === 0 && current?.isConnected) {
      event.preventDefault();
      drag = { from: word, to: word };
      mark(drag);
    }
  });
  document.addEventListener("mouseover", (event) => {
    const word = event.target.closest?.("#paper .w");
    if (word && drag && root(word) === root(drag.from)) {
      drag.to = word;
      mark(drag);
    }
  });
  document.addEventListener("mouseup", (event) => {
    if (!drag) {
      return;
    }
    const { from, to } = drag;
    drag = null;
    document.querySelectorAll("#paper .dragged").forEach((word) => word.classList.remove("dragged"));
    const goesOn = last && from === to && root(last.from) === root(from) && (event.shiftKey || beside(last, from));
    last = goesOn ? { from: last.from, to: from, all: between(last.from, from).concat(last.all) } : { from, to, all: between(from, to) };
    take(current, last.all, goesOn);
  });

  function mark({ from, to }) {
    document.querySelectorAll("#paper .dragged").forEach((word) => word.classList.remove("dragged"));
    between(from, to).forEach((word) => word.classList.add("dragged"));
  }

  function root(word) {
    return word.closest("svg, .text");
  }

  function start(word) {
    return Number(word.dataset.start);
  }

  function end(word) {
    return Number(word.dataset.end);
  }

  function within(place, from, to) {
    return [...place.querySelectorAll(".w")]
      .filter((word) => start(word) >= from && end(word) <= to)
      .sort((a, b) => start(a) - start(b));
  }

  function between(one, other) {
    return within(root(one), Math.min(start(one), start(other)), Math.max(end(one), end(other)));
  }

  function beside(taken, word) {
    const all = within(root(word), 0, Infinity);
    const places = taken.all.map((one) => all.indexOf(one));
    const at = all.indexOf(word);
    return at === Math.max(...places) + 1 || at === Math.min(...places) - 1;
  }

  function take(entry, words, goesOn) {
    const from = Math.min(...words.map(start));
    const to = Math.max(...words.map(end));
    const text = reading(within(root(words[0]), from, to));
    const many = entry.dataset.many && input(entry).value.trim();
    const lines = many ? input(entry).value.trim().split("\n") : [];
    const starts = many ? numbers(entry, "starts") : [];
    const ends = many ? numbers(entry, "ends") : [];
    if (goesOn) {
      [lines, starts, ends].forEach((list) => list.pop());
    }
    // Places count only where every value has one.
    const placed = starts.length === lines.length;
    fill(entry, [...lines, text].join("\n"), placed ? [...starts, from] : [], placed ? [...ends, to] : []);
    entry.querySelectorAll("[type=radio]").forEach((radio) => (radio.checked = false));
  }

  /* The words as they stand, without the comma that belongs to the sentence. */
  function reading(words) {
    let text = "";
    words.forEach((word, i) => {
      const apart = i > 0 && end(words[i - 1]) < start(word);
      text += (apart ? " " : "") + (word.dataset.text ?? word.textContent);
    });
    return text.replace(/[,;:]+$/, "") || text;
  }

  function input(entry) {
    return entry.querySelector(".typed");
  }

  function numbers(entry, part) {
    return entry.querySelector(`.${part}`).value.split(",").filter(Boolean);
  }

  function fill(entry, text, starts, ends) {
    input(entry).value = text;
    entry.querySelector(".starts").value = starts.join(",");
    entry.querySelector(".ends").value = ends.join(",");
    paint(entry);
    touched();
  }

  /* Marks the places of a field anew. */
  function paint(entry) {
    const number = entry.dataset.number;
    for (const place of own(entry)) {
      if (place.matches(".spot")) {
        place.remove();
      } else {
        const left = place.dataset.fields.split(" ").filter((one) => one !== number);
        place.dataset.fields = left.join(" ");
        place.classList.remove("now", ...(left.length ? [] : ["marked", "good", "wait", "bad", "calm", "accent"]));
      }
    }
    const starts = numbers(entry, "starts").map(Number);
    const ends = numbers(entry, "ends").map(Number);
    starts.forEach((from, i) => {
      for (const place of document.querySelectorAll("#paper svg, #paper .text")) {
        const words = within(place, from, ends[i]);
        if (place.matches("svg")) {
          boxes(words).forEach((box) => place.prepend(spot(box, number)));
        } else {
          words.forEach((word) => {
            word.dataset.fields = `${word.dataset.fields ?? ""} ${number}`.trim();
            word.classList.add("marked", "accent");
          });
        }
      }
    });
    attend(entry);
  }

  /* A box for each line of words. */
  function boxes(words) {
    const lines = [];
    for (const word of words) {
      const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(word.getAttribute(name)));
      const line = lines.at(-1);
      const middle = y + height / 2;
      if (line && middle >= line.top && middle <= line.bottom) {
        line.left = Math.min(line.left, x);
        line.right = Math.max(line.right, x + width);
        line.top = Math.min(line.top, y);
        line.bottom = Math.max(line.bottom, y + height);
      } else {
        lines.push({ left: x, right: x + width, top: y, bottom: y + height });
      }
    }
    return lines;
  }

  function spot(box, number) {
    const rect = document.createElementNS(SVG, "rect");
    const size = { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, rx: 2 };
    Object.entries(size).forEach(([name, value]) => rect.setAttribute(name, String(value)));
    rect.setAttribute("class", "spot accent");
    rect.dataset.fields = number;
    return rect;
  }

  /* Whoever changes a field no longer accepts the proposal. */
  function touched() {
    const button = document.getElementById("correct");
    const same = button?.querySelector(".same");
    if (!same) {
      return;
    }
    const changed = [...document.querySelectorAll("#decide .entry")].some(
      (entry) => input(entry).value !== input(entry).defaultValue || entry.querySelector(".starts").value !== entry.dataset.was);
    const accepts = !changed && same.dataset.offered === "true";
    same.hidden = !accepts;
    button.querySelector(".changed").hidden = accepts;
  }

  /* What is typed by hand stands at no place. */
  document.addEventListener("input", (event) => {
    const entry = event.target.closest("#decide .entry");
    if (!entry || !event.target.matches(".typed")) {
      return;
    }
    entry.querySelectorAll("[type=radio]").forEach((radio) => (radio.checked = false));
    fill(entry, input(entry).value, [], []);
    last = null;
  });
  document.addEventListener("change", (event) => {
    const entry = event.target.closest("#decide .entry");
    if (entry && event.target.matches("[type=radio]")) {
      const { typed, starts, ends } = event.target.dataset;
      fill(entry, typed, starts.split(",").filter(Boolean), ends.split(",").filter(Boolean));
      last = null;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) {
      return;
    }
    const typed = event.target.closest("#decide .entry .typed");
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
    if (digit && (typed ? event.altKey || typed.value === "" : bare(event)) && choose(Number(digit))) {
      event.preventDefault();
    } else if (typed && !event.altKey && !event.shiftKey && typed.matches("input") && steps(event.key, typed)) {
      event.preventDefault();
      move(typed, event.key === "ArrowUp" ? -1 : 1);
    }
  });

  /* No other field has the focus, and keys are on. */
  function bare(event) {
    const elsewhere = event.target.closest("input:not([type=radio]), select, textarea");
    return !elsewhere && !event.altKey && document.documentElement.dataset.keys !== "off" && !document.querySelector("#reject[open]");
  }

  function steps(key, typed) {
    return key === "Enter" || ((key === "ArrowDown" || key === "ArrowUp") && !typed.hasAttribute("list"));
  }

  function choose(number) {
    const radio = current?.isConnected && current.querySelectorAll("[type=radio]")[number - 1];
    if (!radio || radio.value === "none") {
      return false;
    }
    radio.click();
    return true;
  }

  function move(typed, step) {
    const all = [...document.querySelectorAll("#decide .entry .typed")];
    const next = all[all.indexOf(typed) + step] ?? (step > 0 ? document.getElementById("correct") : typed);
    next.focus();
    next.select?.();
  }

  /* A page that cannot be drawn is read. */
  function undrawn(picture) {
    const sheet = picture.closest(".sheet");
    sheet.querySelector(".undrawn").hidden = false;
    sheet.querySelector(".drawn").hidden = true;
    sheet.querySelector("details").open = true;
  }

  document.addEventListener("error", (event) => {
    if (event.target.matches?.("#paper .drawn img")) {
      undrawn(event.target);
    }
  }, true);
  document.addEventListener("htmx:load", (event) => {
    for (const picture of event.detail.elt.querySelectorAll("#paper .drawn img")) {
      if (picture.complete && picture.naturalWidth === 0) {
        undrawn(picture);
      }
    }
    event.detail.elt.querySelector("#decide .entry.wrong .typed")?.focus();
  });
})();
