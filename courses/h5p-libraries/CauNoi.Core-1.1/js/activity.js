/*! Cầu Nối H5P libraries. MIT License. */
// The base of every activity: the frame around it (intro, buttons, result), its life (answer, check, show, try again), its
// state and its statements. A subclass says what is asked, in these methods:
//   build(body)      make the DOM once              paint()        show answers, marks and locks as the fields say
//   answers()        JSON of the answers            take(answers)  the same back; false when it does not fit the content
//   clear()          back to the start              unanswered()   controls still to be answered
//   score(), max()   numbers                        definition(), response()   their part of the xAPI statement
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  if (CauNoi.Activity) return;
  const { el, icon, plain } = CauNoi.dom;
  let instances = 0;

  CauNoi.Activity = class Activity extends H5P.EventDispatcher {
    constructor(params, contentId, extras) {
      super();
      this.isTask = true;
      this.contentId = contentId;
      this.params = params || {};
      this.extras = extras || {};
      this.language = CauNoi.chooseLanguage(this.extras, contentId);
      this.words = CauNoi.words(this.language);
      this.uid = `caunoi-${++instances}`;
      this.checked = false; // marked: locked, verdicts visible
      this.solved = false; // right answers visible
      this.touched = false; // there is a state worth keeping
      this.warned = false; // told that something is unanswered; the next check marks anyway
      this.root = null;
    }

    /** Called by the subclass at the end of its constructor, when its own fields exist. */
    restore() {
      const saved = this.extras.previousState;
      if (!saved || typeof saved !== "object" || saved.v !== 1 || !this.take(saved.answers)) {
        this.clear();
        return;
      }
      this.touched = true;
      this.checked = saved.checked === true;
      this.solved = this.checked && saved.solved === true;
    }

    // H5P calls this with a jQuery object; a plain element will do.
    attach(wrapper) {
      const holder = wrapper?.nodeType ? wrapper : wrapper[0];
      if (!this.root) this.make();
      holder.classList.add("h5p-cau-noi");
      holder.append(this.root);
      if (!this.checked) this.setActivityStarted(); // the clock for `duration`; says "attempted" once
      this.trigger("resize");
    }

    make() {
      const t = this.words;
      const button = (key, kind, action) =>
        el("button", { type: "button", class: `caunoi-button ${kind}`, text: t(key), onclick: action });
      this.root = el("div", { class: "caunoi", lang: this.language });
      const intro = plain(this.params.intro);
      if (intro) this.root.append(el("p", { class: "caunoi-intro", text: intro }));
      this.body = el("div", { class: "caunoi-body" });
      this.root.append(this.body);
      if (this.max() === 0) {
        this.body.append(el("p", { text: t("empty") }));
        return;
      }
      this.build(this.body);
      this.scoreLine = el("p", { class: "caunoi-score" });
      this.feedbackLine = el("p", { class: "caunoi-feedback" });
      this.result = el(
        "div",
        { class: "caunoi-result", role: "group", "aria-label": t("result"), tabindex: "-1", hidden: true },
        this.scoreLine,
        this.feedbackLine,
      );
      // The one live region: every change that the eye sees is said here. It stands in the page before it is filled.
      this.status = el("p", { class: "caunoi-status", role: "status" });
      this.checkButton = button("check", "is-primary", () => this.check());
      this.retryButton = button("retry", "is-primary", () => this.tryAgain());
      this.showButton = button("show", "is-secondary", () => this.showAnswers());
      // No <form>: in a sandbox without allow-forms a form never says "submit".
      this.root.append(
        this.result,
        this.status,
        el("div", { class: "caunoi-buttons" }, this.checkButton, this.retryButton, this.showButton),
      );
      this.repaint();
    }

    repaint() {
      if (!this.result) return;
      const [score, max] = [this.getScore(), this.getMaxScore()];
      this.root.classList.toggle("is-checked", this.checked);
      this.checkButton.hidden = this.checked;
      this.retryButton.hidden = !this.checked;
      this.showButton.hidden = !this.checked || this.solved || score === max;
      this.result.hidden = !this.checked;
      this.result.classList.toggle("is-full", score === max);
      this.scoreLine.textContent = this.checked ? this.scoreText() : "";
      const feedback = this.checked ? plain(this.params.feedback) : "";
      this.feedbackLine.textContent = feedback;
      this.feedbackLine.hidden = !feedback;
      this.paint();
      this.trigger("resize");
    }

    scoreText() {
      const [score, max] = [this.getScore(), this.getMaxScore()];
      return this.words("score", { score, max }) + (score === max ? ` ${this.words("allRight")}` : "");
    }

    say(text, visible) {
      if (!this.status) return;
      this.status.classList.toggle("is-visible", Boolean(visible));
      this.status.textContent = text;
      this.trigger("resize");
    }

    /** The subclass calls this after every change the learner makes … */
    changed() {
      this.touched = true;
      this.warned = false;
      this.paint();
      if (this.status?.textContent) this.say("");
    }

    /** … and this one where the change is a whole answer, not a key stroke. */
    answered() {
      this.changed();
      this.triggerXAPI("interacted");
    }

    check() {
      if (this.checked || !this.result) return;
      const open = this.unanswered();
      if (open.length > 0 && !this.warned) {
        this.warned = true;
        this.paint();
        this.say(this.openText(open.length), true);
        open[0].focus();
        return;
      }
      this.checked = true;
      this.touched = true;
      this.repaint();
      this.say(this.scoreText());
      this.result.focus(); // the pressed button is gone; the next Tab is "try again"
      this.trigger(this.answeredEvent());
    }

    openText(count) {
      return this.words("openItems", { count });
    }

    tryAgain() {
      this.resetTask();
      this.say(this.words("cleared"));
      const first = this.body.querySelector('input, button:not([aria-disabled="true"])');
      if (first) first.focus();
    }

    showAnswers() {
      this.showSolutions();
      this.say(this.words("shown"));
      this.retryButton.focus();
    }

    answeredEvent() {
      const event = this.createXAPIEventTemplate("answered");
      const statement = event.data.statement;
      const [given, own] = [statement.object.definition, this.definition()];
      const extensions = Object.assign({}, given.extensions, own.extensions);
      Object.assign(given, { type: "http://adlnet.gov/expapi/activities/cmi.interaction" }, own, { extensions });
      const [score, max] = [this.getScore(), this.getMaxScore()];
      event.setScoredResult(score, max, this, true, max > 0 && score === max);
      statement.result.response = this.response();
      return event;
    }

    /** Language maps in H5P statements carry "en-US" whatever the language is; readers of H5P statements look there. */
    map(text) {
      return { "en-US": text };
    }

    // The contract of an H5P question.
    getAnswerGiven() {
      return this.touched && (this.checked || this.unanswered().length < this.max());
    }
    getScore() {
      return this.score();
    }
    getMaxScore() {
      return this.max();
    }
    showSolutions() {
      this.checked = true;
      this.solved = true;
      this.repaint();
    }
    resetTask() {
      this.clear();
      this.checked = false;
      this.solved = false;
      this.warned = false;
      this.touched = this.touched || Boolean(this.extras.previousState);
      if (this.root) this.activityStartTime = Date.now();
      if (this.status) this.say("");
      this.repaint();
    }
    getTitle() {
      const title = this.extras.metadata?.title || this.params.intro || this.libraryTitle;
      return H5P.createTitle ? H5P.createTitle(title) : title;
    }
    getXAPIData() {
      return { statement: this.answeredEvent().data.statement };
    }
    getCurrentState() {
      if (!this.touched) return undefined; // nothing to keep
      return { v: 1, answers: this.answers(), checked: this.checked, solved: this.solved };
    }

    /** A verdict line: shape, word and colour. */
    verdict(kind, text) {
      return el("p", { class: `caunoi-verdict is-${kind}` }, icon(kind), el("span", { text }));
    }
  };
})();
