/*! Cầu Nối H5P libraries. MIT License. */
// Content: { intro, lines: ["Text with a *blank/other spelling* to fill in."], feedback }. One point a blank.
// `/` parts the accepted spellings; a stroke or a star that belongs to the text is written `\/` or `\*` (in JSON "\\/").
// An answer is compared trimmed, in NFC, without regard to capitals, with runs of white space as one; accents must match.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  const { el, plain, list } = CauNoi.dom;

  const same = (text) => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  /** Cuts at every `mark` that has no backslash before it; escapes are kept. */
  function cut(text, mark) {
    const pieces = [""];
    for (let i = 0; i < text.length; i++) {
      if (text[i] === "\\" && i + 1 < text.length) pieces[pieces.length - 1] += text[i] + text[++i];
      else if (text[i] === mark) pieces.push("");
      else pieces[pieces.length - 1] += text[i];
    }
    return pieces;
  }
  const literal = (text) => text.replace(/\\([\\/*])/g, "$1");

  /** "a *b/c* d" -> ['a ', ['b', 'c'], ' d']; a star without a partner is a star. */
  function parse(line) {
    const pieces = cut(line, "*");
    const parts = [""];
    const write = (text) => (parts[parts.length - 1] += literal(text));
    pieces.forEach((piece, n) => {
      const inside = n % 2 === 1;
      const paired = n + 1 < pieces.length;
      const variants =
        inside && paired
          ? cut(piece, "/")
              .map((text) => literal(text).trim())
              .filter(Boolean)
          : [];
      if (variants.length > 0) parts.push(variants, "");
      else if (inside) write(`*${piece}${paired ? "*" : ""}`);
      else write(piece);
    });
    return parts;
  }

  CauNoi.FillBlanks = class FillBlanks extends CauNoi.Activity {
    constructor(params, contentId, extras) {
      super(params, contentId, extras);
      this.lines = list(this.params.lines).map((line) => parse(plain(line)));
      this.blanks = this.lines.flat().filter(Array.isArray);
      this.typed = [];
      this.restore();
    }

    get libraryTitle() {
      return "Fill in the blanks";
    }

    build(body) {
      // One width for all, so that it does not give an answer's length away.
      const longest = Math.max(...this.blanks.flat().map((text) => text.length));
      const width = Math.min(Math.max(longest + 3, 8), 22);
      this.controls = [];
      const total = this.blanks.length;
      for (const parts of this.lines) {
        const hint = el("span", { hidden: true, id: `${this.uid}-line-${this.controls.length}` });
        hint.textContent = this.words("blankInLine", {
          line: parts.map((part) => (Array.isArray(part) ? `(${this.words("gap")})` : part)).join(""),
        });
        const line = el("p", { class: "caunoi-line" });
        for (const part of parts) {
          if (!Array.isArray(part)) {
            line.append(part);
            continue;
          }
          const n = this.controls.length;
          const id = `${this.uid}-blank-${n}`;
          const after = el("span", { class: "caunoi-inline-after", id: `${id}-after` });
          const input = el("input", {
            id,
            type: "text",
            class: "caunoi-blank",
            size: String(width),
            maxlength: "200",
            autocomplete: "off",
            autocapitalize: "off",
            autocorrect: "off",
            spellcheck: "false",
            "aria-describedby": `${hint.id} ${after.id}`,
            oninput: () => this.type(n, input.value),
            onchange: () => this.triggerXAPI("interacted"),
            onkeydown: (event) => {
              if (event.key !== "Enter" || event.isComposing || this.checked) return;
              event.preventDefault();
              const next = this.controls[n + 1];
              if (next) next.input.focus();
              else this.check();
            },
          });
          line.append(
            el(
              "span",
              { class: "caunoi-gap" },
              el("label", { for: id, class: "caunoi-hidden", text: this.words("blank", { n: n + 1, total }) }),
              input,
              after,
            ),
          );
          this.controls.push({ input, after });
        }
        body.append(line, hint);
      }
    }

    type(n, value) {
      if (this.checked) return;
      this.typed[n] = value;
      this.changed();
    }

    isRight(n) {
      return this.blanks[n].some((variant) => same(variant) === same(this.typed[n]));
    }

    paint() {
      this.controls.forEach(({ input, after }, n) => {
        if (input.value !== this.typed[n]) input.value = this.typed[n];
        input.readOnly = this.checked;
        const right = this.isRight(n);
        const kind = right ? "right" : same(this.typed[n]) ? "wrong" : "missing";
        for (const name of ["right", "wrong", "missing"])
          input.classList.toggle(`is-${name}`, kind === name && (this.checked || (this.warned && name === "missing")));
        if (this.checked && !right) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
        after.replaceChildren();
        if (!this.checked) return;
        const word = { right: "verdictRight", wrong: "verdictWrong", missing: "verdictMissing" }[kind];
        after.append(CauNoi.dom.icon(kind), el("span", { class: "caunoi-hidden", text: `${this.words(word)}.` }));
        after.className = `caunoi-inline-after is-${kind}`;
        if (this.solved && !right)
          after.append(
            el(
              "span",
              { class: "caunoi-solution" },
              el("span", { class: "caunoi-hidden", text: ` ${this.words("rightAnswer")}: ` }),
              el("span", { text: this.blanks[n].join(" / ") }),
            ),
          );
      });
    }

    answers() {
      return this.typed.slice();
    }
    take(answers) {
      const fits = (value) => typeof value === "string" && value.length <= 200;
      if (!Array.isArray(answers) || answers.length !== this.blanks.length || !answers.every(fits)) return false;
      this.typed = answers.slice();
      return true;
    }
    clear() {
      this.typed = this.blanks.map(() => "");
    }
    unanswered() {
      if (!this.controls) return this.typed.filter((value) => !same(value));
      return this.controls.filter((_control, n) => !same(this.typed[n])).map((control) => control.input);
    }
    openText(count) {
      return this.words("openBlanks", { count });
    }
    score() {
      return this.blanks.filter((_variants, n) => this.isRight(n)).length;
    }
    max() {
      return this.blanks.length;
    }
    definition() {
      const lines = this.lines.map((parts) =>
        parts.map((part) => (Array.isArray(part) ? "__________" : part)).join(""),
      );
      return {
        interactionType: "fill-in",
        description: this.map([plain(this.params.intro), ...lines].filter(Boolean).join("\n")),
        correctResponsesPattern: [`{case_matters=false}${this.blanks.map((variants) => variants[0]).join("[,]")}`],
        extensions: {
          "https://h5p.org/x-api/case-sensitivity": false,
          "https://h5p.org/x-api/alternatives": this.blanks,
        },
      };
    }
    response() {
      return this.typed
        .map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim().replace(/\[,\]/g, ","))
        .join("[,]");
    }
  };
})();
