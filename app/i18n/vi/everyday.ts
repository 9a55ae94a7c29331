import access from "./access.json";
import certificates from "./certificates.json";
import common from "./common.json";
import learning from "./learning.json";
import parts from "./parts.json";
import requests from "./requests.json";

/** What learners and visitors meet. */
export default { access, certificates, common, learning, parts, requests };
