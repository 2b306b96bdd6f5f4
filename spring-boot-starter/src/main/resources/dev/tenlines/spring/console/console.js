// What the console does better with script: keys, a type-ahead, a sign of life while an item is held.
// Every page works without it.
"use strict";

const BEAT = 60_000;
const UNDO = 10_000;
let busy = false;
let lastBeat = Date.now();

/* Keys press the buttons that show them. */
document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  const field = event.target.closest("input:not([type=radio]), select, textarea");
  if (event.key === "Escape") {
    leave(field);
    return;
  }
  if (field || event.repeat || event.key.length !== 1 || document.documentElement.dataset.keys === "off") {
    return;
  }
  // While the next item is on its way, a key would press a button nobody has seen.
  if (busy || press(event.key.toLowerCase())) {
    event.preventDefault();
  }
});

function leave(field) {
  if (field) {
    field.blur();
    return;
  }
  for (const open of document.querySelectorAll("#keys[open], #reject[open]")) {
    open.open = false;
  }
}

function press(key) {
  const reject = document.getElementById("reject");
  if (/^[1-9]$/.test(key)) {
    const reason = reject?.open && reject.querySelector(`[data-reason="${key}"]`);
    reason?.click();
    return Boolean(reason);
  }
  if (key === "e" || key === "/") {
    const pick =
      document.querySelector("#decide .wanted .typed") ??
      document.querySelector("#decide [role=combobox], #decide select, #decide textarea, #decide .typed");
    pick?.focus();
    return Boolean(pick);
  }
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) {
    return false;
  }
  target.click();
  if (target.matches("summary")) {
    target.focus();
  }
  return true;
}

/* Pages that htmx paints. */
document.addEventListener("htmx:beforeRequest", (event) => {
  busy = event.detail.requestConfig.verb === "post";
});
document.addEventListener("htmx:afterRequest", () => {
  busy = false;
});
for (const trouble of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(trouble, () => say("The server does not answer. Nothing was recorded; try again."));
}
document.addEventListener("htmx:load", (event) => {
  enhance(event.detail.elt);
  if (event.detail.elt.id === "main") {
    window.scrollTo(0, 0);
    document.getElementById("heading")?.focus({ preventScroll: true });
    lastBeat = Date.now();
  }
});

function say(words) {
  const toast = document.createElement("div");
  const line = document.createElement("p");
  toast.className = "toast";
  line.textContent = words;
  toast.append(line);
  document.getElementById("toast").replaceChildren(toast);
  fade(toast);
}

function fade(toast) {
  setTimeout(() => toast.remove(), UNDO);
}

function enhance(root) {
  root.querySelectorAll("select[data-combobox]").forEach(combobox);
  root.querySelectorAll("input[data-columns]").forEach(columns);
  root.querySelectorAll("#words").forEach(words);
  root.querySelectorAll("#ask").forEach(ask);
  const toast = root.matches(".toast") ? root : root.querySelector("#toast > .toast");
  if (toast) {
    fade(toast);
  }
}

/* Enter in the words rejects with them; the form's first button only keeps the item. */
function words(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      document.getElementById("reject-words").click();
    }
  });
}

/* A held item: a sign of life while somebody looks at it. */
setInterval(beat, BEAT);
document.addEventListener("visibilitychange", () => {
  if (Date.now() - lastBeat > BEAT) {
    beat();
  }
});

async function beat() {
  const form = document.getElementById("decide");
  const lease = document.getElementById("lease");
  if (!form || lease?.dataset.mine !== "true" || document.visibilityState !== "visible") {
    return;
  }
  lastBeat = Date.now();
  try {
    const answer = await fetch(form.dataset.lease, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual",
    });
    if (!form.isConnected) {
      return;
    }
    if (answer.type === "opaqueredirect") {
      lost(lease, "You are signed out. What you typed stays here; sign in in another tab.");
      return;
    }
    renewed(form, lease, new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    lost(lease, "The server does not answer. What you typed stays here.");
  }
}

function renewed(form, lease, page) {
  const now = page.getElementById("lease");
  if (now) {
    form.elements.version.value = page.querySelector("#decide [name=version]").value;
    if (now.dataset.mine !== lease.dataset.mine) {
      lease.dataset.mine = now.dataset.mine;
    }
    lease.replaceChildren(...now.childNodes);
  } else {
    lost(lease, page.querySelector(".notice p")?.textContent ?? "You no longer hold this item.");
  }
}

function lost(lease, reason) {
  const line = document.createElement("p");
  line.textContent = reason;
  lease.dataset.mine = "false";
  lease.replaceChildren(line, ...lease.querySelectorAll("button"));
}

/* A select with type-ahead: the combobox pattern with a list box, the select kept behind it. */
let combos = 0;

function combobox(select) {
  const id = `combo-${++combos}`;
  const choices = [...select.options].filter((option) => option.value).map((option) => ({
    value: option.value,
    about: option.dataset.about ?? "",
    proposed: option.dataset.proposed === "true",
  }));
  const box = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  box.className = "combo";
  input.id = `${id}-input`;
  input.value = select.value;
  input.autocomplete = "off";
  input.spellcheck = false;
  input.placeholder = "Type a part of a label";
  list.id = `${id}-list`;
  list.hidden = true;
  set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  set(list, { role: "listbox", "aria-label": "Labels" });
  const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
  label.htmlFor = input.id;
  select.hidden = true;
  select.before(box);
  box.append(input, list);
  let active = -1;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const open = () => {
    const found = matches(choices, input.value === select.value ? "" : input.value);
    list.replaceChildren(...found.map((choice, i) => item(`${id}-${i}`, choice)));
    if (found.length === 0) {
      const none = document.createElement("li");
      none.className = "none";
      none.textContent = "No label matches";
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    // Typing makes the best match ready for Enter; merely opening the list suggests nothing.
    activate(found.length && input.value && input.value !== select.value ? 0 : -1);
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const activate = (next) => {
    const all = options();
    active = all.length === 0 ? -1 : next;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const choose = (option) => {
    select.value = option.dataset.value;
    input.value = option.dataset.value;
    close();
    document.getElementById("correct").click();
  };

  input.addEventListener("focus", open);
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("input", () => {
    select.value = choices.some((choice) => choice.value === input.value) ? input.value : "";
    open();
  });
  input.addEventListener("blur", close);
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      choose(option);
    }
  });
  input.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        open();
      } else if (all.length) {
        const step = event.key === "ArrowDown" ? 1 : -1;
        activate(active < 0 ? (step > 0 ? 0 : all.length - 1) : (active + step + all.length) % all.length);
      }
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && active >= 0) {
        choose(options()[active]);
      } else if (select.value) {
        document.getElementById("correct").click();
      }
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}

function item(id, choice) {
  const option = document.createElement("li");
  const name = document.createElement("span");
  option.id = id;
  option.dataset.value = choice.value;
  set(option, { role: "option", "aria-selected": "false" });
  name.textContent = choice.value;
  option.append(name);
  const about = [choice.proposed ? "the proposal" : "", choice.about].filter(Boolean).join(" · ");
  if (about) {
    const small = document.createElement("small");
    small.textContent = about;
    option.append(small);
  }
  return option;
}

/* Labels that start with what was typed, then those with a word that does, then any that hold it. */
function matches(choices, typed) {
  const wanted = plain(typed);
  const rank = (choice) => {
    const label = plain(choice.value);
    if (label.startsWith(wanted)) {
      return 0;
    }
    if (label.includes(` ${wanted}`)) {
      return 1;
    }
    return label.includes(wanted) ? 2 : plain(choice.about).includes(wanted) ? 3 : 4;
  };
  return choices
    .map((choice, place) => ({ choice, place, rank: wanted ? rank(choice) : 0 }))
    .filter((found) => found.rank < 4)
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map((found) => found.choice);
}

function plain(text) {
  return text.toLowerCase().replace(/[_\-./\s]+/g, " ").trim();
}

function set(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
}

/* The columns of a file that is about to be uploaded, read here so that they need not be typed. */
function columns(input) {
  input.addEventListener("change", async () => {
    const start = (await input.files[0]?.slice(0, 65_536).text()) ?? "";
    const line = start.replace(/^\uFEFF/, "").split(/\r?\n/, 1)[0];
    const names = line.startsWith("{") ? keysOf(line) : line.split(/[,;\t|]/).map((name) => name.replace(/^"|"$/g, ""));
    const list = document.getElementById(input.dataset.columns);
    list.replaceChildren(...names.filter(Boolean).map((name) => new Option(name, name)));
  });
}

function keysOf(line) {
  try {
    return Object.keys(JSON.parse(line));
  } catch {
    return [];
  }
}

/* An answer shown while it is written. Leaving or stopping closes the line, and with it the provider's. */
function ask(form) {
  const stop = document.getElementById("stop");
  const written = document.getElementById("written");
  const more = document.getElementById("more");
  let line = null;
  const shown = document.getElementById("shown");
  document.getElementById("anew")?.addEventListener("click", () => remember(form, null));
  stop.addEventListener("click", () => line?.abort());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (line) {
      return;
    }
    line = new AbortController();
    written.textContent = "";
    written.hidden = true;
    more.hidden = true;
    shown?.replaceChildren();
    stop.hidden = false;
    state("It climbs …");
    try {
      await heard(form, line.signal, (name, data) => {
        if (name === "token" || name === "sentence") {
          written.hidden = false;
          written.textContent += name === "sentence" && written.textContent ? ` ${data.text}` : data.text;
          state(name === "token" ? "A model writes. Nobody has checked this yet." : "Checked, sentence by sentence.");
        } else if (name === "outcome") {
          outcome(form, data, written, more);
          paint(form, data, shown, written);
        } else {
          state(`${data.code} ${data.detail} ${data.hint ?? ""}`);
        }
      });
    } catch (trouble) {
      state(trouble.name === "AbortError" ? "Stopped. What was used until then is booked." : trouble.message);
    } finally {
      line = null;
      stop.hidden = true;
    }
  });
}

function state(words) {
  document.getElementById("state").textContent = words;
}

function outcome(form, data, written, more) {
  const said = data.value ?? data.proposal;
  const value = typeof said === "string" ? said : said?.text;
  written.hidden = !value;
  written.textContent = value ?? "";
  const rung = data.rung ? ` by ${data.rung}` : "";
  const reason = data.reason ? `, ${data.reason}` : "";
  const person = data.outcome === "deferred" ? ": a person decides, and this is only proposed" : "";
  state(`${data.outcome}${rung}${reason}${value ? person : ""} · ${data.charge.amount} ${data.charge.currency} · ${data.millis} ms`);
  more.hidden = false;
  more.querySelector("a").href = form.dataset.requests + data.id;
}

/* The painted answer, as the request's own page has it. */
async function paint(form, data, shown, written) {
  if (!shown) {
    return;
  }
  const answer = await fetch(form.dataset.requests + data.id);
  const result = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("result");
  if (result) {
    written.hidden = true;
    shown.replaceChildren(document.importNode(result, true));
    remember(form, data);
  }
}

/* A conversation is what this page holds and sends along; null begins anew. */
const TURNS = 20;
const SAID = 20_000;

function remember(form, data) {
  const kept = form.elements.conversation;
  const text = (data?.value ?? data?.proposal)?.text;
  if (!kept || (data && !text)) {
    return;
  }
  const turns = data ? JSON.parse(kept.value || "[]") : [];
  if (data) {
    turns.push({ role: "user", text: form.elements.input.value.trim() }, { role: "assistant", text });
    form.elements.input.value = "";
  }
  while (turns.length > TURNS || turns.reduce((sum, turn) => sum + turn.text.length, 0) > SAID) {
    turns.splice(0, 2);
  }
  kept.value = turns.length ? JSON.stringify(turns) : "";
  const before = document.getElementById("before");
  before.hidden = turns.length === 0;
  before.querySelector("dl").replaceChildren(
    ...turns.flatMap((turn) => {
      const who = document.createElement("dt");
      const said = document.createElement("dd");
      who.textContent = turn.role === "user" ? "You" : "Tenlines";
      said.textContent = turn.text;
      return [who, said];
    }),
  );
}

/* Reads events as they come; an answer that is no stream is a page that says what is wrong. */
async function heard(form, signal, told) {
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { Accept: "text/event-stream" },
    body: new URLSearchParams(new FormData(form)),
    redirect: "manual",
    signal,
  });
  if (!answer.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    throw new Error(page.querySelector("main p")?.textContent.trim() ?? "You are signed out. Sign in in another tab.");
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const events = (rest + read.value).split("\n\n");
    rest = events.pop();
    for (const event of events.filter((text) => text.startsWith("event: "))) {
      const [name, data] = event.split("\n");
      told(name.slice("event: ".length), JSON.parse(data.slice("data: ".length)));
    }
  }
}
