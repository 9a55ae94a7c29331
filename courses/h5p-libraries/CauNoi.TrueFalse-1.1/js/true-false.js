/*! Cầu Nối H5P libraries. MIT License. */
// Content: { intro, items: [{ statement, correct: boolean, feedback }] }. One point a statement.
// xAPI's "true-false" holds one statement only, so several are a "matching": statements (counted from 0) to true or false;
// the response "0[.]true[,]1[.]false" calls statement 0 true and statement 1 false.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  const { plain, list } = CauNoi.dom;
  const VALUES = ["true", "false"];

  CauNoi.TrueFalse = class TrueFalse extends CauNoi.ChoiceList {
    get libraryTitle() {
      return "True or false";
    }
    get layout() {
      return "paired";
    }
    read() {
      const options = [this.words("isTrue"), this.words("isFalse")];
      return list(this.params.items).map((item) => ({
        text: plain(item.statement),
        options,
        correct: item.correct === true || item.correct === "true" ? 0 : 1,
        feedback: plain(item.feedback),
      }));
    }
    definition() {
      return {
        interactionType: "matching",
        description: this.map(
          [plain(this.params.intro), ...this.items.map((item) => item.text)].filter(Boolean).join("\n"),
        ),
        source: this.items.map((item, n) => ({ id: String(n), description: this.map(item.text) })),
        target: VALUES.map((id, o) => ({ id, description: this.map(this.words(o === 0 ? "isTrue" : "isFalse")) })),
        correctResponsesPattern: [this.items.map((item, n) => `${n}[.]${VALUES[item.correct]}`).join("[,]")],
      };
    }
    response() {
      return this.chosen
        .map((o, n) => (o === null ? null : `${n}[.]${VALUES[o]}`))
        .filter((pair) => pair !== null)
        .join("[,]");
    }
  };
})();
