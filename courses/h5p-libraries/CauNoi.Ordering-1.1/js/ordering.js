/*! Cầu Nối H5P libraries. MIT License. */
// Content: { intro, items: [text in the right order], feedback }. One point an item in its place.
// The start is mixed, but always the same for the same content, and never the right order. Items move by buttons only.
// In statements an item is its number in the right order, from 0: the response "2[,]0[,]1" put item 2 first.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  const { el, icon, plain, list } = CauNoi.dom;

  /** FNV-1a over the texts, then a small generator: the mix depends on the content alone. */
  function mix(texts) {
    let hash = 2166136261;
    for (const character of texts.join("\n")) hash = Math.imul(hash ^ character.codePointAt(0), 16777619);
    const random = () => {
      hash = (hash + 0x6d2b79f5) | 0;
      let x = Math.imul(hash ^ (hash >>> 15), hash | 1);
      x = (x + Math.imul(x ^ (x >>> 7), x | 61)) ^ x;
      return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
    };
    const order = texts.map((_text, n) => n);
    for (let n = order.length - 1; n > 0; n--) {
      const other = Math.floor(random() * (n + 1));
      [order[n], order[other]] = [order[other], order[n]];
    }
    const isRight = () => order.every((item, place) => texts[item] === texts[place]);
    for (let turn = 0; turn < order.length && isRight(); turn++) order.push(order.shift());
    return order;
  }

  CauNoi.Ordering = class Ordering extends CauNoi.Activity {
    constructor(params, contentId, extras) {
      super(params, contentId, extras);
      this.items = list(this.params.items).map(plain);
      this.start = mix(this.items);
      this.order = [];
      this.moved = false;
      this.restore();
    }

    get libraryTitle() {
      return "Ordering";
    }

    build(body) {
      this.rows = this.items.map((text, item) => {
        const button = (direction, step) =>
          el(
            "button",
            {
              type: "button",
              class: "caunoi-move",
              "aria-label": this.words(direction, { text }),
              onclick: () => this.move(item, step),
            },
            icon(direction),
          );
        const [up, down] = [button("up", -1), button("down", 1)];
        const place = el("span", { class: "caunoi-place", "aria-hidden": "true" });
        const after = el("span", { class: "caunoi-row-after" });
        const row = el(
          "li",
          { class: "caunoi-row" },
          place,
          el("span", { class: "caunoi-row-text" }, el("span", { text }), after),
          el("span", { class: "caunoi-moves" }, up, down),
        );
        return { row, place, after, up, down };
      });
      this.hint = el("p", { class: "caunoi-hint", text: this.words("orderHint") });
      this.ol = el("ol", { class: "caunoi-order", role: "list", "aria-label": this.words("order") });
      this.solution = el(
        "div",
        { class: "caunoi-solution-list", hidden: true },
        el("p", { class: "caunoi-solution-title", text: this.words("rightOrder") }),
        el("ol", {}, ...this.items.map((text) => el("li", { text }))),
      );
      body.append(this.hint, this.ol, this.solution);
    }

    move(item, step) {
      if (this.checked) return;
      const from = this.order.indexOf(item);
      const to = from + step;
      if (to < 0 || to >= this.order.length) {
        this.say(this.words(step < 0 ? "atTop" : "atEnd"));
        return;
      }
      const neighbour = this.order[to];
      [this.order[from], this.order[to]] = [neighbour, item];
      this.moved = true;
      // The neighbour moves in the page, not the item: a moved element would lose the keyboard focus.
      const [mine, theirs] = [this.rows[item].row, this.rows[neighbour].row];
      if (step < 0) mine.after(theirs);
      else mine.before(theirs);
      this.answered();
      this.say(this.words("moved", { text: this.items[item], n: to + 1, total: this.order.length }));
    }

    isPlaced(place) {
      return this.items[this.order[place]] === this.items[place];
    }

    paint() {
      const shown = Array.from(this.ol.children);
      if (this.order.some((item, place) => shown[place] !== this.rows[item].row))
        this.ol.replaceChildren(...this.order.map((item) => this.rows[item].row));
      this.hint.hidden = this.checked;
      this.order.forEach((item, place) => {
        const { row, place: number, after, up, down } = this.rows[item];
        number.textContent = String(place + 1);
        // Never `disabled`: a button that dies under the finger throws the focus away.
        up.setAttribute("aria-disabled", String(place === 0));
        down.setAttribute("aria-disabled", String(place === this.order.length - 1));
        up.parentNode.hidden = this.checked;
        const kind = this.isPlaced(place) ? "right" : "wrong";
        row.classList.toggle("is-right", this.checked && kind === "right");
        row.classList.toggle("is-wrong", this.checked && kind === "wrong");
        after.replaceChildren();
        if (this.checked)
          after.append(
            el(
              "span",
              { class: `caunoi-verdict is-${kind}` },
              icon(kind),
              el("span", { text: this.words(kind === "right" ? "placeRight" : "placeWrong") }),
            ),
          );
      });
      this.solution.hidden = !this.solved || this.score() === this.max();
    }

    answers() {
      return this.order.slice();
    }
    take(answers) {
      const fits =
        Array.isArray(answers) &&
        answers.length === this.items.length &&
        this.items.every((_text, item) => answers.includes(item));
      if (!fits) return false;
      this.order = answers.slice();
      this.moved = this.order.some((item, place) => item !== this.start[place]);
      return true;
    }
    clear() {
      this.order = this.start.slice();
      this.moved = false;
    }
    /** An order always stands there; it is the learner's own only after a move. */
    unanswered() {
      if (this.moved) return [];
      return this.rows ? this.order.map((item) => this.rows[item].down) : this.order;
    }
    openText() {
      return this.words("unmoved");
    }
    score() {
      return this.order.filter((_item, place) => this.isPlaced(place)).length;
    }
    max() {
      return this.items.length;
    }
    definition() {
      return {
        interactionType: "sequencing",
        description: this.map(plain(this.params.intro) || this.getTitle()),
        choices: this.items.map((text, item) => ({ id: String(item), description: this.map(text) })),
        correctResponsesPattern: [this.items.map((_text, item) => item).join("[,]")],
      };
    }
    response() {
      return this.order.join("[,]");
    }
  };
})();
