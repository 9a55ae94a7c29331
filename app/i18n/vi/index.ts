import everyday from "./everyday";
import rest from "./rest";

export default { ...everyday, ...rest };
