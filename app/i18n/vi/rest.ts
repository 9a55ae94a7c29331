import about from "./about.json";
import bank from "./bank.json";
import desk from "./desk.json";
import exams from "./exams.json";
import focal from "./focal.json";
import hr from "./hr.json";
import imports from "./imports.json";
import leader from "./leader.json";
import marking from "./marking.json";
import people from "./people.json";
import permissions from "./permissions.json";
import practice from "./practice.json";
import reorganisation from "./reorganisation.json";
import rules from "./rules.json";
import staffing from "./staffing.json";
import statistics from "./statistics.json";
import tasks from "./tasks.json";

/** What those meet who work with people, units, rules and exams, and whoever reads about the site. */
export default {
  about,
  bank,
  desk,
  exams,
  focal,
  hr,
  imports,
  leader,
  marking,
  people,
  permissions,
  practice,
  reorganisation,
  rules,
  staffing,
  statistics,
  tasks,
};
