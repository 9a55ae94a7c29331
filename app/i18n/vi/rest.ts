import about from "./about.json";
import desk from "./desk.json";
import focal from "./focal.json";
import hr from "./hr.json";
import imports from "./imports.json";
import leader from "./leader.json";
import people from "./people.json";
import permissions from "./permissions.json";
import reorganisation from "./reorganisation.json";
import rules from "./rules.json";
import staffing from "./staffing.json";

/** What those meet who work with people, units and rules, and whoever reads about the site. */
export default { about, desk, focal, hr, imports, leader, people, permissions, reorganisation, rules, staffing };
