/*! Cầu Nối H5P libraries. MIT License. */
// The library's own words. Texts of an activity live in content.json, one language a file; these are the words around them.
(() => {
  window.CauNoi ??= {};
  const { CauNoi } = window;
  if (CauNoi.words) return;

  const WORDS = {
    vi: {
      check: "Kiểm tra",
      retry: "Làm lại",
      show: "Xem đáp án",
      result: "Kết quả",
      score: "Bạn làm đúng {score}/{max}.",
      allRight: "Bạn đã làm đúng tất cả.",
      verdictRight: "Bạn trả lời đúng",
      verdictWrong: "Bạn trả lời chưa đúng",
      verdictMissing: "Bạn chưa trả lời",
      rightAnswer: "Đáp án đúng",
      openItems: "Còn {count} câu chưa trả lời. Bấm “Kiểm tra” lần nữa nếu bạn vẫn muốn chấm.",
      openBlanks: "Còn {count} chỗ trống chưa điền. Bấm “Kiểm tra” lần nữa nếu bạn vẫn muốn chấm.",
      unmoved: "Bạn chưa đổi thứ tự. Bấm “Kiểm tra” lần nữa nếu bạn vẫn muốn chấm.",
      cleared: "Đã xoá câu trả lời. Mời bạn làm lại.",
      shown: "Đã hiện đáp án.",
      question: "Câu {n}/{total}",
      isTrue: "Đúng",
      isFalse: "Sai",
      blank: "Chỗ trống {n} trên {total}",
      blankInLine: "Câu cần điền: {line}",
      gap: "chỗ trống",
      order: "Danh sách cần sắp xếp",
      orderHint: "Dùng nút mũi tên để chuyển từng mục lên hoặc xuống.",
      up: "Chuyển lên: {text}",
      down: "Chuyển xuống: {text}",
      moved: "{text}: vị trí {n} trên {total}.",
      atTop: "Mục này đã ở đầu danh sách.",
      atEnd: "Mục này đã ở cuối danh sách.",
      placeRight: "Đúng vị trí",
      placeWrong: "Chưa đúng vị trí",
      rightOrder: "Thứ tự đúng",
      empty: "Hoạt động này chưa có nội dung.",
    },
    en: {
      check: "Check",
      retry: "Try again",
      show: "Show answers",
      result: "Result",
      score: "You got {score} of {max} right.",
      allRight: "You got everything right.",
      verdictRight: "Your answer is right",
      verdictWrong: "Your answer is not right",
      verdictMissing: "You did not answer",
      rightAnswer: "Right answer",
      openItems: "Questions not answered yet: {count}. Press “Check” again to have it marked anyway.",
      openBlanks: "Blanks not filled in yet: {count}. Press “Check” again to have it marked anyway.",
      unmoved: "You have not changed the order. Press “Check” again to have it marked anyway.",
      cleared: "Your answers were cleared. You can try again.",
      shown: "The answers are shown.",
      question: "Question {n}/{total}",
      isTrue: "True",
      isFalse: "False",
      blank: "Blank {n} of {total}",
      blankInLine: "Line to fill in: {line}",
      gap: "blank",
      order: "List to put in order",
      orderHint: "Use the arrow buttons to move each item up or down.",
      up: "Move up: {text}",
      down: "Move down: {text}",
      moved: "{text}: position {n} of {total}.",
      atTop: "This item is already first.",
      atEnd: "This item is already last.",
      placeRight: "Right place",
      placeWrong: "Not the right place",
      rightOrder: "Right order",
      empty: "This activity has no content yet.",
    },
  };

  const known = (tag) => {
    const primary = String(tag || "")
      .toLowerCase()
      .split(/[-_]/)[0];
    return WORDS[primary] ? primary : null;
  };

  // Where the language can be read when the activity runs. H5P does not hand h5p.json to a library, and h5p-standalone
  // copies nothing from it, so `language` of h5p.json is known here only through the page that plays the package:
  //  1. extras.metadata.defaultLanguage: what an H5P server or the option `metadata` of h5p-standalone gives (a child of a
  //     composite activity gets its own metadata);
  //  2. the same field of the whole package, in H5PIntegration.contents['cid-…'].metadata (for children without one);
  //  3. <html lang>: the playing page sets it. In h5p-standalone's inner iframe it is "en" unless 1 was given;
  //  4. Vietnamese.
  CauNoi.chooseLanguage = (extras, contentId) => {
    const own = extras?.metadata || {};
    const contents = window.H5PIntegration?.contents || {};
    const whole = contents[`cid-${contentId}`]?.metadata || {};
    const candidates = [
      own.defaultLanguage,
      own.language,
      whole.defaultLanguage,
      whole.language,
      document.documentElement.lang,
    ];
    for (const candidate of candidates) {
      const language = known(candidate);
      if (language) return language;
    }
    return "vi";
  };

  CauNoi.words = (language) => {
    const table = WORDS[language] || WORDS.vi;
    return (key, values) =>
      table[key].replace(/\{(\w+)\}/g, (all, name) => (values && name in values ? String(values[name]) : all));
  };
})();
