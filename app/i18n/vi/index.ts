import everyday from "./everyday";
import exam from "./exam";
import rest from "./rest";

export default { ...everyday, ...exam, ...rest };
