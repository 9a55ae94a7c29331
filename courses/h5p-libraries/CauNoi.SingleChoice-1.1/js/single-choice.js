/*! Cầu Nối H5P libraries. MIT License. */
// Content: { intro, items: [{ question, options: [text], correct: index, feedback }] }. One point a question.
// In statements a choice is "question-option", both counted from 0: the response "0-1[,]1-0" answers question 0 with option 1.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  const { plain, list } = CauNoi.dom;

  CauNoi.SingleChoice = class SingleChoice extends CauNoi.ChoiceList {
    get libraryTitle() {
      return "Single choice";
    }
    read() {
      return list(this.params.items).map((item) => ({
        text: plain(item.question),
        options: list(item.options).map(plain),
        correct: Number(item.correct),
        feedback: plain(item.feedback),
      }));
    }
    definition() {
      const choices = this.items.flatMap((item, n) =>
        item.options.map((text, o) => ({
          id: `${n}-${o}`,
          description: this.map(this.items.length > 1 ? `${item.text} — ${text}` : text),
        })),
      );
      return {
        interactionType: "choice",
        description: this.map(
          [plain(this.params.intro), ...this.items.map((item) => item.text)].filter(Boolean).join("\n"),
        ),
        choices,
        correctResponsesPattern: [this.items.map((item, n) => `${n}-${item.correct}`).join("[,]")],
      };
    }
    response() {
      return this.chosen
        .map((o, n) => (o === null ? null : `${n}-${o}`))
        .filter((id) => id !== null)
        .join("[,]");
    }
  };
})();
