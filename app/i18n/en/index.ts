import about from "./about.json";
import access from "./access.json";
import certificates from "./certificates.json";
import common from "./common.json";
import exam from "./exam.json";
import hr from "./hr.json";
import learning from "./learning.json";
import parts from "./parts.json";
import people from "./people.json";

export default { about, access, certificates, common, exam, hr, learning, parts, people };
