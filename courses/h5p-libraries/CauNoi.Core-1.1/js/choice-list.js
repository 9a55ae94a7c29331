/*! Cầu Nối H5P libraries. MIT License. */
// Questions with radio buttons, in the order given. SingleChoice and TrueFalse differ only in where the options come from
// and in how a statement words the answer.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  if (CauNoi.ChoiceList) return;
  const { el } = CauNoi.dom;

  CauNoi.ChoiceList = class ChoiceList extends CauNoi.Activity {
    /** items: [{ text, options: [text], correct: index, feedback }] */
    constructor(params, contentId, extras) {
      super(params, contentId, extras);
      this.items = this.read();
      this.chosen = [];
      this.restore();
    }

    get layout() {
      return "stacked";
    }

    build(body) {
      this.controls = this.items.map((item, n) => {
        const extra = el("div", { class: "caunoi-after", id: `${this.uid}-${n}-after` });
        const options = item.options.map((text, o) => {
          const input = el("input", {
            type: "radio",
            name: `${this.uid}-${n}`,
            value: String(o),
            onchange: () => this.choose(n, o),
          });
          const tag = el("span", { class: "caunoi-tag", text: this.words("rightAnswer"), hidden: true });
          return {
            input,
            tag,
            label: el(
              "label",
              { class: "caunoi-option" },
              input,
              el("span", { class: "caunoi-option-text" }, el("span", { text }), " ", tag),
            ),
          };
        });
        body.append(
          el(
            "fieldset",
            { class: "caunoi-item", "aria-describedby": extra.id },
            el(
              "legend",
              {},
              el("span", {
                class: "caunoi-number",
                text: this.words("question", { n: n + 1, total: this.items.length }),
              }),
              " ",
              el("span", { class: "caunoi-question", text: item.text }),
            ),
            el("div", { class: `caunoi-options is-${this.layout}` }, ...options.map((option) => option.label)),
            extra,
          ),
        );
        return { options, extra };
      });
    }

    choose(n, o) {
      if (this.checked) return;
      this.chosen[n] = o;
      this.answered();
    }

    paint() {
      this.controls.forEach(({ options, extra }, n) => {
        const item = this.items[n];
        options.forEach(({ input, tag, label }, o) => {
          const mine = this.chosen[n] === o;
          input.checked = mine;
          input.disabled = this.checked;
          label.classList.toggle("is-chosen", mine);
          label.classList.toggle("is-right", this.checked && mine && o === item.correct);
          label.classList.toggle("is-wrong", this.checked && mine && o !== item.correct);
          label.classList.toggle("is-solution", this.solved && o === item.correct);
          tag.hidden = !(this.solved && o === item.correct);
        });
        extra.replaceChildren();
        if (!this.checked && !(this.warned && this.chosen[n] === null)) return;
        if (this.chosen[n] === null) extra.append(this.verdict("missing", this.words("verdictMissing")));
        else if (this.chosen[n] === item.correct) extra.append(this.verdict("right", this.words("verdictRight")));
        else extra.append(this.verdict("wrong", this.words("verdictWrong")));
        if (this.checked && item.feedback) extra.append(el("p", { class: "caunoi-explanation", text: item.feedback }));
      });
    }

    answers() {
      return this.chosen.slice();
    }
    take(answers) {
      const fits = (value, n) =>
        value === null || (Number.isInteger(value) && value >= 0 && value < this.items[n].options.length);
      if (!Array.isArray(answers) || answers.length !== this.items.length || !answers.every(fits)) return false;
      this.chosen = answers.slice();
      return true;
    }
    clear() {
      this.chosen = this.items.map(() => null);
    }
    unanswered() {
      if (!this.controls) return this.chosen.filter((value) => value === null);
      return this.controls.filter((_control, n) => this.chosen[n] === null).map((control) => control.options[0].input);
    }
    score() {
      return this.items.filter((item, n) => this.chosen[n] === item.correct).length;
    }
    max() {
      return this.items.length;
    }
  };
})();
