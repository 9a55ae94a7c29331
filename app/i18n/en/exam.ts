import exam from "./exam.json";
import question from "./question.json";

/** What those meet who take an exam, practise, or work with questions. */
export default { exam, question };
