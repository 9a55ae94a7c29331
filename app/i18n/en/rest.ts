import about from "./about.json";
import authority from "./authority.json";
import bank from "./bank.json";
import competency from "./competency.json";
import desk from "./desk.json";
import exams from "./exams.json";
import exports from "./exports.json";
import focal from "./focal.json";
import hr from "./hr.json";
import imports from "./imports.json";
import leader from "./leader.json";
import marking from "./marking.json";
import people from "./people.json";
import permissions from "./permissions.json";
import practice from "./practice.json";
import programmes from "./programmes.json";
import proofs from "./proofs.json";
import reorganisation from "./reorganisation.json";
import reports from "./reports.json";
import rules from "./rules.json";
import staffing from "./staffing.json";
import statistics from "./statistics.json";
import tasks from "./tasks.json";
import wallet from "./wallet.json";

/** What those meet who work with people, units, rules and exams, and whoever reads about the site. */
export default {
  about,
  authority,
  bank,
  competency,
  desk,
  exams,
  exports,
  focal,
  hr,
  imports,
  leader,
  marking,
  people,
  permissions,
  practice,
  programmes,
  proofs,
  reorganisation,
  reports,
  rules,
  staffing,
  statistics,
  tasks,
  wallet,
};
